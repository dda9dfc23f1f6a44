/* TEST ONLY. Stands in for Lib\venv\scripts\nt\python.exe, which the embeddable CPython lacks: the small program `venv` copies
 * to Scripts\python.exe. Like the real one it starts the python.exe of pyvenv.cfg's `home` with the same command line, tells it
 * its own path in __PYVENV_LAUNCHER__, waits, and ends with its exit code. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static wchar_t self[4096], path[4200], command[32768];
static char text[16384];

static int home(void) /* Of ..\pyvenv.cfg (UTF-8) the line `home = FOLDER`, into path. */
{
    wcscpy(path, self);
    *wcsrchr(path, L'\\') = 0;
    wcscpy(wcsrchr(path, L'\\'), L"\\pyvenv.cfg");
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    DWORD count = 0;
    if (file == INVALID_HANDLE_VALUE || !ReadFile(file, text, sizeof text - 1, &count, NULL)) return 0;
    CloseHandle(file);
    char *line = strstr(text, "home = ");
    if (!line) return 0;
    line += 7;
    line[strcspn(line, "\r\n")] = 0;
    return MultiByteToWideChar(CP_UTF8, 0, line, -1, path, 4096);
}

static BOOL WINAPI pass(DWORD event) /* Ctrl+C is for the Python it waits for. */
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

int wmain(void)
{
    SetConsoleCtrlHandler(pass, TRUE);
    GetModuleFileNameW(NULL, self, 4096);
    if (!home()) {
        fputs("no pyvenv.cfg with a home\n", stderr);
        return 106;
    }
    wcscat(path, wcsicmp(wcsrchr(self, L'\\') + 1, L"pythonw.exe") ? L"\\python.exe" : L"\\pythonw.exe");
    const wchar_t *rest = GetCommandLineW(); /* Past the program's own name, quoted or not. */
    if (*rest == L'"') {
        rest = wcschr(rest + 1, L'"') + 1;
    } else {
        rest += wcscspn(rest, L" \t");
    }
    swprintf(command, 32768, L"\"%ls\"%ls", path, rest);
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", self);
    STARTUPINFOW start;
    PROCESS_INFORMATION process;
    GetStartupInfoW(&start);
    start.dwFlags |= STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(path, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) {
        fwprintf(stderr, L"cannot start %ls: %lu\n", path, GetLastError());
        return 101;
    }
    DWORD code = 1;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
