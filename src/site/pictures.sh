#!/usr/bin/env bash
# Draws the pictures of the README from real runs of the packaged tool: pictures.sh [difference] [sweep] [report], all
# three by default. The sweep takes two minutes; the report needs chromium.
set -euo pipefail
cd "$(dirname "$0")"
tool=${FETCH_CHARACTERS:-../../target/fetch-characters/bin/fetch-characters}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Opens a picture of width $1 and height $2 with the title $3. It has a background of its own, since a page may be
# light while the system is dark.
head_of() {
  cat <<SVG
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $1 $2" width="$1" height="$2" role="img" aria-label="$3">
<style>
  .page { fill: #ffffff; stroke: #d0d7de } text { fill: #1f2328; font: 13px system-ui, sans-serif }
  .title { font-weight: 600; font-size: 14px } .quiet { fill: #59636e } .grid { stroke: #d8dee4; fill: none }
  .right { text-anchor: end } .middle { text-anchor: middle }
  .a { fill: #b35900; stroke: #b35900 } .b { fill: #0969da; stroke: #0969da } .c { fill: #1a7f37; stroke: #1a7f37 }
  .line { fill: none; stroke-width: 2 } .bar { stroke: none }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #3d444d } text { fill: #f0f6fc } .quiet { fill: #9198a1 } .grid { stroke: #30363d }
    .a { fill: #f0883e; stroke: #f0883e } .b { fill: #58a6ff; stroke: #58a6ff } .c { fill: #3fb950; stroke: #3fb950 }
    .line { fill: none }
  }
</style>
<rect class="page" x="0.5" y="0.5" width="$(($1 - 1))" height="$(($2 - 1))" rx="6"/>
SVG
}

# Each request from where the log says "fetching" to where it says "fetched", both modes on one scale.
difference() {
  local mode
  for mode in sync async; do
    "$tool" --demo --mode=$mode -v -f tsv --fields=id,name 1-8 >"$work/$mode.names" 2>"$work/$mode.log"
  done
  head_of 760 470 "Eight requests: one after another by sync, all at once by async"
  awk '
    function seconds(stamp, part) { split(stamp, part, ":"); return part[1] * 60 + part[2] + part[3] / 1e6 }
    function x(time) { return 215 + time / end * 520 }
    FILENAME ~ /names$/ { if (FNR > 1) name[$1] = $0; next }
    FNR == 1 { mode = FILENAME ~ /async/ ? "async" : "sync"; zero = seconds($1) }
    { time = seconds($1) - zero; if (time < 0) time += 3600; id = $NF; sub(/.*\//, "", id) }
    $2 == "fetching" { from[mode, id] = time }
    $2 == "fetched" { to[mode, id] = time }
    $2 == "got" { total[mode] = time; if (time > end) end = time }
    function rows(mode, title, class, top, id, y) {
      printf "<text class=\"title\" x=\"20\" y=\"%d\">%s</text>\n", top, title
      printf "<text class=\"right\" x=\"740\" y=\"%d\">%.2f s</text>\n", top, total[mode]
      for (id = 1; id <= 8; id++) {
        y = top + 10 + (id - 1) * 22
        sub(/\t/, " ", name[id])
        printf "<text class=\"quiet\" x=\"20\" y=\"%d\">%s</text>\n", y + 13, name[id]
        printf "<rect class=\"%s bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"2\"/>\n", \
          class, x(from[mode, id]), y + 2, x(to[mode, id]) - x(from[mode, id])
      }
    }
    END {
      for (tick = 0; tick <= end; tick += 0.5) {
        printf "<path class=\"grid\" d=\"M%.1f 40V440\"/>\n", x(tick)
        printf "<text class=\"quiet middle\" x=\"%.1f\" y=\"458\">%.1f s</text>\n", x(tick), tick
      }
      rows("sync", "--mode=sync: one after another", "a", 30)
      rows("async", "--mode=async: all at once", "b", 252)
      print "</svg>"
    }' "$work/sync.names" "$work/sync.log" "$work/async.log"
}

# The median of each mode over the requests at once, both scales logarithmic.
sweep() {
  "$tool" compare --demo --demo-latency=50ms --concurrency=1,2,5,10,20,50,100 --runs=10 \
    --export-csv="$work/sweep.csv" 1-50 >&2
  head_of 760 360 "Median fetch time of 50 characters over the requests at once, for each mode"
  awk -F, '
    function x(at) { return 80 + log(at) / log(100) * 560 }
    function y(ms) { return 310 - log(ms / 40) / log(4000 / 40) * 250 }
    NR > 1 && $2 == "" { alone = $7 * 1000; next }
    NR > 1 { at[++count] = $2; ms[count] = $7 * 1000; mode[count] = $1 }
    function curve(which, class, radius, i, path) {
      for (i = 1; i <= count; i++) if (mode[i] == which) {
        path = path (path == "" ? "M" : "L") sprintf("%.1f %.1f", x(at[i]), y(ms[i]))
        printf "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>\n", class, x(at[i]), y(ms[i]), radius
        last = ms[i]
      }
      printf "<path class=\"%s line\" d=\"%s\"/>\n", class, path
    }
    function word(class, left, top, text) {
      printf "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", class, left, top, text
    }
    END {
      word("title", 20, 28, "Median fetch time of 50 characters, 50 ms an answer, over the requests at once")
      split("50 100 200 500 1000 2000", grid, " ")
      for (i = 1; i in grid; i++) {
        printf "<path class=\"grid\" d=\"M80 %.1fH640\"/>\n", y(grid[i])
        word("quiet right", 72, y(grid[i]) + 4, grid[i] " ms")
      }
      for (i = 1; i <= count; i++) if (mode[i] == "async") {
        word("quiet middle", x(at[i]), 335, at[i])
        word(at[i] == 1 ? "" : "right", x(at[i]) + (at[i] == 1 ? -4 : 6), y(ms[i]) + 24, sprintf("%.0f", ms[i]))
      }
      printf "<path class=\"a line\" stroke-dasharray=\"5 4\" d=\"M80 %.1fH640\"/>\n", y(alone)
      word("", 648, y(alone) + 4, sprintf("sync %.0f ms", alone))
      curve("threads", "c", 6)
      curve("async", "b", 4)
      print "<circle class=\"c\" cx=\"654\" cy=\"150\" r=\"6\"/><circle class=\"b\" cx=\"654\" cy=\"172\" r=\"4\"/>"
      word("", 668, 154, "threads")
      word("", 668, 176, "async")
      print "</svg>"
    }' "$work/sweep.csv"
}

# The report of a comparison as chromium shows it.
report() {
  "$tool" compare --demo --demo-latency=50ms --report="$work/report.html" 1-20 >&2
  chromium --headless --no-sandbox --hide-scrollbars --window-size=1240,1900 --virtual-time-budget=5000 \
    --screenshot="$work/report.png" "file://$work/report.html" >&2
  cat "$work/report.png"
}

for picture in "${@:-difference sweep report}"; do
  for each in $picture; do
    case $each in
      difference) difference >"$work/picture" && mv "$work/picture" difference.svg ;;
      sweep) sweep >"$work/picture" && mv "$work/picture" sweep.svg ;;
      report) report >"$work/picture" && mv "$work/picture" compare-report.png ;;
      *) echo "no picture: $each" >&2 && exit 2 ;;
    esac
  done
done
