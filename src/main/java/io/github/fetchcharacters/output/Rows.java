package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.List;

/** Records as rows of cells, a column for each field. */
final class Rows {

  private final Fields fields;
  private final FieldPicker picker;
  private final CellText text = new CellText();

  Rows(Fields fields) {
    this.fields = fields;
    this.picker = new FieldPicker(fields);
  }

  /** The fields' paths. */
  List<Cell> headings() {
    return fields.paths().stream().map(path -> new Cell(path, false)).toList();
  }

  /** The fields of one record, empty where it has none. */
  List<Cell> of(Character character) {
    List<Cell> cells = new ArrayList<>(fields.paths().size());
    for (String value : picker.pick(character)) {
      cells.add(text.of(value));
    }
    return cells;
  }
}
