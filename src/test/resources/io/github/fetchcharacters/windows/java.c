/*
 * A stand-in for java.exe. It prints its arguments in UTF-8, one a line, and ends with the status in FAKE_STATUS. Asked
 * for its version, it answers as a JDK does when JAVA_TOOL_OPTIONS is set.
 */
#include <stdio.h>
#include <windows.h>

static void print(const wchar_t *argument) {
  static char line[65536];
  int length = WideCharToMultiByte(CP_UTF8, 0, argument, -1, line, sizeof line, NULL, NULL);
  line[length - 1] = '\n';
  fwrite(line, 1, length, stdout);
}

int wmain(int count, wchar_t **arguments) {
  wchar_t status[16] = L"0";
  if (count == 2 && wcscmp(arguments[1], L"-version") == 0) {
    fputs("Picked up JAVA_TOOL_OPTIONS: -Da=\"b & c\"\nopenjdk version \"21.0.7\" 2025-04-15\nOpenJDK\n", stderr);
    return 0;
  }
  for (int i = 1; i < count; i++) print(arguments[i]);
  GetEnvironmentVariableW(L"FAKE_STATUS", status, 16);
  return _wtoi(status);
}
