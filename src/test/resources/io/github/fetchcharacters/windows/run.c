/*
 * Starts a program by a command line as it stands, in UTF-8, in the file that the first argument names, and ends with
 * the program's status. Wine would quote the arguments of a command line anew.
 */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
  static char text[65536];
  static wchar_t line[65536];
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  DWORD status;
  FILE *file = count == 2 ? _wfopen(arguments[1], L"rb") : NULL;
  if (file == NULL) return 97;
  fread(text, 1, sizeof text - 1, file);
  MultiByteToWideChar(CP_UTF8, 0, text, -1, line, 65536);
  if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) return 98;
  WaitForSingleObject(process.hProcess, INFINITE);
  GetExitCodeProcess(process.hProcess, &status);
  return (int) status;
}
