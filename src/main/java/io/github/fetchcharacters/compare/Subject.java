package io.github.fetchcharacters.compare;

/** One way of doing the work. For one turn each method is called once, in the order given here. */
public interface Subject {

  /** Its name, unique within a comparison. */
  String mode();

  /** Gets ready; not measured. */
  void prepare();

  /** Does the work; measured. Failures are kept for {@link #work}. */
  void run();

  /** What the turn brought; not measured. */
  Work work();
}
