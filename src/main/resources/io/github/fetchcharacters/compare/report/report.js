
"use strict";
(() => {
  const { unit, scale, modes } = JSON.parse(document.getElementById("data").textContent);
  const inUnit = (seconds) => `${d3.format(scale === 1 ? ".3f" : ".1f")(seconds * scale)} ${unit}`;

  /** An empty drawing as wide as its figure. */
  function canvas(id, label, width, height) {
    const figure = d3.select(id);
    figure.selectAll("svg").remove();
    return figure.append("svg").attr("role", "img").attr("aria-label", label)
      .attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
  }

  function axis(svg, x, y, orient) {
    svg.append("g").attr("transform", `translate(0,${y})`)
      .call(orient(x).ticks(Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 90))).tickSizeOuter(0));
  }

  /** A box and whiskers under a strip of dots for each mode. */
  function times(width) {
    const band = 64, left = 72, right = 24, height = modes.length * band + 40;
    const svg = canvas("#times", "Fetch times of every round, by mode", width, height);
    const longest = d3.max(modes, (mode) => d3.max(mode.seconds)) * scale;
    const x = d3.scaleLinear([0, longest], [left, width - right]).nice();
    axis(svg, x, modes.length * band, d3.axisBottom);
    svg.append("text").attr("class", "unit").attr("x", width - right).attr("y", height - 6)
      .attr("text-anchor", "end").text(`fetch time [${unit}]`);
    modes.forEach((mode, index) => {
      const sorted = mode.seconds.map((time) => time * scale).sort(d3.ascending);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => d3.quantileSorted(sorted, share));
      const g = svg.append("g").attr("class", `mode c${index % 4}`).attr("data-mode", mode.mode)
        .attr("transform", `translate(0,${index * band + band / 2})`);
      g.append("text").attr("class", "name").attr("x", 0).attr("dy", ".35em").text(mode.mode);
      g.append("line").attr("class", "whisker").attr("x1", x(sorted[0])).attr("x2", x(sorted[sorted.length - 1]));
      g.append("rect").attr("class", "box").attr("x", x(low)).attr("width", Math.max(1, x(high) - x(low)))
        .attr("y", -18).attr("height", 36).attr("rx", 2);
      g.append("line").attr("class", "median").attr("x1", x(middle)).attr("x2", x(middle)).attr("y1", -18).attr("y2", 18);
      // Spread over the band in the order of the rounds, so that equal times stay apart.
      g.selectAll(".dot").data(mode.seconds).join("circle").attr("class", "dot").attr("r", 4)
        .attr("cx", (time) => x(time * scale))
        .attr("cy", (time, round) => ((round * 7) % 11 - 5) * 2.4)
        .append("title").text((time, round) => `${mode.mode}, round ${round + 1}: ${inUnit(time)}`);
    });
  }

  /** The rows of all modes, one below the other. */
  function rows() {
    return modes.flatMap((mode, index) => [
      { heading: mode, index },
      ...mode.attempts.map((attempt) => ({ attempt, index })),
      ...(mode.omitted > 0 ? [{ omitted: mode.omitted, index }] : []),
      ...mode.last.map((attempt) => ({ attempt, index })),
      { gap: true, index },
    ]);
  }

  function waterfall(width) {
    const line = 17, top = 26, narrow = width < 560, left = narrow ? 96 : 210, right = 24;
    const all = rows(), height = top + all.length * line;
    const svg = canvas("#waterfall", "The attempts of a typical round, by mode", width, height);
    const end = d3.max(modes, (mode) => d3.max([...mode.attempts, ...mode.last], (a) => a.end)) * scale;
    const x = d3.scaleLinear([0, end || 1], [left, width - right]).nice();
    axis(svg, x, top - 4, d3.axisTop);
    svg.append("text").attr("class", "unit").attr("x", left - 8).attr("y", 12).attr("text-anchor", "end").text(unit);
    const groups = modes.map((mode, index) => svg.append("g").attr("class", `mode c${index % 4}`).attr("data-mode", mode.mode));
    all.forEach((row, place) => {
      const g = groups[row.index].append("g").attr("transform", `translate(0,${top + place * line})`);
      if (row.heading) {
        g.append("text").attr("class", "name").attr("y", 13)
          .text(`${row.heading.mode}, round ${row.heading.round}`);
      } else if (row.omitted) {
        g.append("text").attr("class", "omitted").attr("y", 12).text(`… ${row.omitted} more`);
      } else if (row.attempt) {
        bar(g, row.attempt, x, narrow ? 13 : 28);
      }
    });
  }

  function bar(g, attempt, x, letters) {
    const name = attempt.name ? `${attempt.label} ${attempt.name}` : attempt.label;
    const words = [...name];
    g.append("text").attr("class", "row").attr("y", 12)
      .text(words.length > letters ? `${words.slice(0, letters - 1).join("")}…` : name);
    if (attempt.start > attempt.waited) {
      g.append("line").attr("class", "pause").attr("y1", 8).attr("y2", 8)
        .attr("x1", x(attempt.waited * scale)).attr("x2", x(attempt.start * scale));
    }
    g.append("rect").attr("class", attempt.good ? "attempt" : "attempt bad").attr("y", 2).attr("height", 12).attr("rx", 1.5)
      .attr("x", x(attempt.start * scale))
      .attr("width", Math.max(1.5, x(attempt.end * scale) - x(attempt.start * scale)));
    g.append("title").text(
      `${name}, attempt ${attempt.number}: ${attempt.status}, ${inUnit(attempt.end - attempt.start)}`);
  }

  let drawn = 0;
  function draw() {
    const width = Math.max(280, document.querySelector("main").clientWidth
      - 2 * parseFloat(getComputedStyle(document.querySelector("main")).paddingLeft));
    if (width !== drawn) {
      drawn = width;
      times(width);
      waterfall(width);
    }
  }
  draw();
  addEventListener("resize", draw);
})();
