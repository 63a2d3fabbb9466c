
/** Fetch time over the swept value with its band, and CPU and threads below on the same axis. */
function sweep(width) {
  const { variable, lines, ideal } = data.sweep;
  const scale = data.times;
  const left = 52, right = 20;
  const values = [...new Set(lines.flatMap((line) => line.points.map((point) => point.x)))].sort(d3.ascending);
  const x = d3.scaleLog(widened(d3.extent(values), 1.1), [left, width - right]);
  const svg = canvas("#sweep", width);
  const entries = lines.map((line, index) => ({ mode: line.mode, style: index, text: line.label }));
  let top = 10;
  top += legend(svg, ideal ? [...entries, { plain: true, style: 2, text: "ideal" }] : entries, top, width) + 22;
  const [low, high] = d3.extent([...lines.flatMap((line) => line.points.flatMap((p) => [p.low, p.high])), ...bestOf(ideal, values)]);
  const y = d3.scaleLog(widened([low * scale.factor, high * scale.factor], 1.1), [top + 280, top]);
  caption(svg, `fetch time [${scale.unit}], steps of equal factors`, 0, top - 8);
  logAxis(svg, d3.axisLeft, y, left, 0, 24);
  valueAxis(svg, x, y, values);
  if (ideal) {
    curve(svg.append("g").attr("class", "key-ideal"), 2,
      d3.line(([value]) => x(value), ([, time]) => y(time * scale.factor))(stepsOf(ideal, values)));
  }
  lines.forEach((line, index) => timeLine(svg, line, index, x, (time) => y(time * scale.factor), scale));
  top += 280 + 52;
  top = below(svg, x, values, top, "CPU [%], 100 % is one busy core", (point) => 100 * point.cpu, 0);
  top = below(svg, x, values, top, "threads at once, at most", (point) => point.threads, 0);
  caption(svg, variable, width - right, top - 12, "end");
  ofHeight(svg, top);
}

const widened = ([low, high], by) => [low / by, high * by];

const bestOf = (ideal, values) => (ideal ? values.map((value) => Math.ceil(ideal.requests / value) * ideal.latency) : []);

/** Where the number of requests one after another changes: the ideal falls in steps. */
function stepsOf(ideal, values) {
  const [from, to] = d3.extent(values);
  return d3.range(from, to + 1).map((value) => [value, Math.ceil(ideal.requests / value) * ideal.latency]);
}

function valueAxis(svg, x, y, values) {
  logAxis(svg, d3.axisBottom, x, 0, y.range()[0], 26, values);
}

function timeLine(svg, line, index, x, y, scale) {
  const g = svg.append("g").attr("class", `c${line.mode % 4}`).attr("data-series", line.label);
  g.append("path").attr("class", "band").attr("d", d3.area((p) => x(p.x), (p) => y(p.low), (p) => y(p.high))(line.points));
  curve(g, index, d3.line((p) => x(p.x), (p) => y(p.mean))(line.points));
  for (const point of line.points) {
    mark(g, index, x(point.x), y(point.mean)).append("title").text(`${line.label} at ${point.x}: `
      + `mean ${inUnit(point.mean, scale)}, ${number(point.low, scale)} to ${inUnit(point.high, scale)}`);
  }
}

/** A lower picture on the same axis; left out where the JVM does not say. Returns its lower edge. */
function below(svg, x, values, top, title, value) {
  const { lines } = data.sweep;
  const known = (line) => line.points.filter((point) => Number.isFinite(value(point)) && value(point) !== null);
  const highest = d3.max(lines.flatMap(known), value);
  if (highest === undefined) {
    return top;
  }
  const inner = 90, y = d3.scaleLinear([0, highest || 1], [top + inner, top]).nice(4);
  caption(svg, title, 0, top - 10);
  axis(svg, d3.axisLeft, y, x.range()[0], 0, 24);
  valueAxis(svg, x, y, values);
  lines.forEach((line, index) => {
    const g = svg.append("g").attr("class", `c${line.mode % 4}`);
    curve(g, index, d3.line((point) => x(point.x), (point) => y(value(point)))(known(line)));
    known(line).forEach((point) => mark(g, index, x(point.x), y(value(point))).append("title")
      .text(`${line.label} at ${point.x}: ${d3.format(".0f")(value(point))}`));
  });
  return top + inner + 52;
}
