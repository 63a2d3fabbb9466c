package io.github.fetchcharacters.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFoldersTest {

  /** Each variable is KEY=VALUE; a slash before the tool's name stands for this system's own. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "Linux,      HOME=/h,                               /h/.config, /h/.cache",
        "Mac OS X,   HOME=/h,                               /h/.config, /h/.cache",
        "FreeBSD,    HOME=/h,                               /h/.config, /h/.cache",
        "Linux,      HOME=/h;XDG_CONFIG_HOME=/c,            /c,         /h/.cache",
        "Mac OS X,   HOME=/h;XDG_CONFIG_HOME=/c,            /c,         /h/.cache",
        "Linux,      HOME=/h;XDG_CACHE_HOME=/k,             /h/.config, /k",
        "Linux,      XDG_CACHE_HOME=/k;XDG_CONFIG_HOME=/c,  /c,         /k",
        "Linux,      HOME=/h;XDG_CONFIG_HOME=c,             /h/.config, /h/.cache",
        "Linux,      HOME=/h;XDG_CACHE_HOME=,               /h/.config, /h/.cache",
        "Linux,      HOME=h,                                none,       none",
        "Linux,      HOME=,                                 none,       none",
        "Linux,      APPDATA=C:\\a;LOCALAPPDATA=C:\\l,      none,       none",
        "Windows 11, APPDATA=C:\\a;LOCALAPPDATA=C:\\l,      C:\\a,      C:\\l",
        "Windows 10, APPDATA=d:/a,                          d:/a,       none",
        "Windows 10, LOCALAPPDATA=\\\\s\\l,                 none,       \\\\s\\l",
        "Windows 11, APPDATA=a;LOCALAPPDATA=C:l,            none,       none",
        "Windows 11, APPDATA=\\a;LOCALAPPDATA=,             none,       none",
        "Windows 11, HOME=/h;XDG_CACHE_HOME=/k,             none,       none",
      })
  void eachSystemHasItsPlaceForSettingsAndForCaches(
      String system, String variables, @Nullable String settings, @Nullable String caches) {
    UserFolders folders = new UserFolders(environment(variables), system);

    assertThat(folders.settings()).isEqualTo(below(settings));
    assertThat(folders.caches()).isEqualTo(below(caches));
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(";", -1)) {
      environment.put(variable.replaceFirst("=.*", ""), variable.replaceFirst("[^=]*=", ""));
    }
    return environment;
  }

  private static @Nullable File below(@Nullable String folder) {
    return folder == null ? null : new File(folder, "fetch-characters");
  }
}
