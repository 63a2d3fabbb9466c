package io.github.fetchcharacters.demo.character;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Well-known characters, as the public API has them. Reads a row on demand, so that the table costs
 * nothing at the start; it is a text block and no resource, since the first resource read from a
 * jar costs more than a whole answer.
 */
final class KnownCharacters {
  /** Id, name, status, species, type, gender, origin, location, episodes, created. */
  private static final String ROWS =
      """

      1|Rick Sanchez|Alive|Human||Male|1|3|1-51|2017-11-04T18:48:46.250Z
      2|Morty Smith|Alive|Human||Male|0|3|1-51|2017-11-04T18:50:21.651Z
      3|Summer Smith|Alive|Human||Female|20|20|6-12,14-27,29-36,38-49,51|2017-11-04T19:09:56.428Z
      4|Beth Smith|Alive|Human||Female|20|20|6-12,14-16,18-36,38-49,51|2017-11-04T19:22:43.665Z
      5|Jerry Smith|Alive|Human||Male|20|20|6-16,18-23,26,29-33,35-36,38-51|2017-11-04T19:26:56.301Z
      6|Abadango Cluster Princess|Alive|Alien||Female|2|2|27|2017-11-04T19:50:28.250Z
      7|Abradolf Lincler|unknown|Human|Genetic experiment|Male|20|21|10-11|2017-11-04T19:59:20.523Z
      8|Adjudicator Rick|Dead|Human||Male|0|3|28|2017-11-04T20:03:34.737Z
      9|Agency Director|Dead|Human||Male|20|20|24|2017-11-04T20:06:54.976Z
      10|Alan Rails|Dead|Human|Superhuman (Ghost trains summoner)|Male|0|4|25|2017-11-04T20:19:09.017Z
      11|Albert Einstein|Dead|Human||Male|1|20|12|2017-11-04T20:20:20.965Z
      12|Alexander|Dead|Human||Male|1|5|3|2017-11-04T20:32:33.144Z
      13|Alien Googah|unknown|Alien||unknown|0|20|31|2017-11-04T20:33:30.779Z
      14|Alien Morty|unknown|Alien||Male|0|3|10|2017-11-04T20:51:31.373Z
      15|Alien Rick|unknown|Alien||Male|0|3|10|2017-11-04T20:56:13.215Z
      16|Amish Cyborg|Dead|Alien|Parasite|Male|0|20|15|2017-11-04T21:12:45.235Z
      17|Annie|Alive|Human||Female|1|5|3|2017-11-04T22:21:24.481Z
      18|Antenna Morty|Alive|Human|Human with antennae|Male|0|3|10,28|2017-11-04T22:25:29.008Z
      19|Antenna Rick|unknown|Human|Human with antennae|Male|0|0|10|2017-11-04T22:28:13.756Z
      20|Ants in my Eyes Johnson|unknown|Human|Human with ants in his eyes|Male|0|6|8|2017-11-04T22:34:53.659Z
      21|Aqua Morty|unknown|Humanoid|Fish-Person|Male|0|3|10,22|2017-11-04T22:39:48.055Z
      22|Aqua Rick|unknown|Humanoid|Fish-Person|Male|0|3|10,22,28|2017-11-04T22:41:07.171Z
      23|Arcade Alien|unknown|Alien||Male|0|7|13,19,21,25-26|2017-11-05T08:43:05.095Z
      24|Armagheadon|Alive|Alien|Cromulon|Male|22|22|16|2017-11-05T08:48:30.776Z
      25|Armothy|Dead|unknown|Self-aware arm|Male|8|8|23|2017-11-05T08:54:29.343Z
      26|Arthricia|Alive|Alien|Cat-Person|Female|9|9|20|2017-11-05T08:56:46.165Z
      27|Artist Morty|Alive|Human||Male|0|3|10,28|2017-11-05T08:59:07.457Z
      28|Attila Starwar|Alive|Human||Male|0|6|8,13,17|2017-11-05T09:02:16.595Z
      29|Baby Legs|Alive|Human|Human with baby legs|Male|0|6|8|2017-11-05T09:06:19.644Z
      30|Baby Poopybutthole|Alive|Poopybutthole||Male|0|0|31|2017-11-05T09:13:16.483Z
      47|Birdperson|Alive|Alien|Bird-Person|Male|15|35|11,16,21-22,26,49,51|2017-11-05T11:13:36.018Z
      100|Bubonic Plague|Dead|Disease||unknown|5|5|3|2017-12-01T12:02:21.611Z
      118|Evil Morty|Alive|Human||Male|0|3|10,28,51|2017-12-26T16:13:41.103Z
      119|Evil Rick|Dead|Humanoid|Robot|Male|0|3|10|2017-12-26T16:17:16.472Z
      265|Pickle Rick|Alive|unknown|Pickle|Male|1|20|24|2017-12-31T13:47:10.617Z
      """;

  private static final int LAST = 265;

  private KnownCharacters() {}

  /** Returns the character with this id, or null if it is none of these. */
  static @Nullable DemoCharacter find(int id) {
    if (id > LAST) {
      return null;
    }
    String key = "\n" + id + "|";
    int start = ROWS.indexOf(key);
    return start < 0 ? null : read(id, cells(start + key.length()));
  }

  private static DemoCharacter read(int id, List<String> cells) {
    return new DemoCharacter(
        id,
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        Location.numbered(Integer.parseInt(cells.get(5))),
        Location.numbered(Integer.parseInt(cells.get(6))),
        episodes(cells.get(7)),
        cells.get(8));
  }

  private static List<String> cells(int start) {
    return split(ROWS.substring(start, ROWS.indexOf('\n', start)), '|');
  }

  private static List<Integer> episodes(String ranges) {
    List<Integer> episodes = new ArrayList<>();
    for (String range : split(ranges, ',')) {
      List<String> ends = split(range, '-');
      int last = Integer.parseInt(ends.get(ends.size() - 1));
      for (int episode = Integer.parseInt(ends.get(0)); episode <= last; episode++) {
        episodes.add(episode);
      }
    }
    return episodes;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
