@echo off
rem Starts fetch-characters on Windows: finds Java 17 or newer and runs it with the options that the script for other
rem systems beside this one chooses, which says why. Of them it lacks what needs a POSIX shell: no look at free space,
rem nor at who may write to the cache, which is below the user's own folder.
rem A value in a variable may hold any of & ( ) ! ^, so each is expanded between quotes, and none of its own is left.
setlocal EnableExtensions DisableDelayedExpansion
goto main

rem Sets bin. Called, since only there is it right when the caller's line has this script's name in quotes.
:find_bin
set "bin=%~dp0"
exit /b 0

rem Prints the message and ends the script. The message is expanded last, when no character of it is special.
:die
setlocal EnableDelayedExpansion
>&2 echo fetch-characters: !message!
exit /b 2

:main
call :find_bin
set "lib=%bin%..\lib"
rem Its manifest names the other jars: a fixed class path, which a class-data archive needs.
set "jar=%lib%\fetch-characters.jar"
set "message=%jar% is missing; keep bin and lib together, and put bin on the PATH instead of copying this script"
if not exist "%jar%" goto die
set "message=%jar% has a semicolon in its path, at which Java would split it; move it to another folder"
if not "%jar:;=%"=="%jar%" goto die

rem Which Java. People write JAVA_HOME with quotes, too.
if not defined JAVA_HOME goto find_on_path
set "origin=from JAVA_HOME"
set "home=%JAVA_HOME:"=%"
set "java=%home%\bin\java.exe"
set "message=JAVA_HOME is %home%, but %java% is no program that can be run; correct JAVA_HOME or unset it"
if not exist "%java%" goto die
goto find_version

:find_on_path
set "origin=from the PATH"
set "java="
for %%J in (java.exe) do set "java=%%~$PATH:J"
set "message=no Java found; install Java 17 or newer, then put it on the PATH or point JAVA_HOME at it"
if not defined java goto die

rem Sets version, such as 17.0.15 or 1.8.0_412, and runtime, which names the build, from the file that a JDK keeps
rem beside its bin. A java without that file is asked itself, which takes as long as starting a JVM.
:find_version
set "version="
set "runtime="
for %%J in ("%java%") do set "release=%%~dpJ..\release"
if not exist "%release%" goto ask_java
for /f "usebackq tokens=1,* delims==" %%A in ("%release%") do (
  if "%%A"=="JAVA_VERSION" set "version=%%~B"
  if "%%A"=="JAVA_RUNTIME_VERSION" set "runtime=%%~B"
)
if defined version goto check_version

:ask_java
for /f "tokens=2,3" %%A in ('^""%java%" -version 2^>^&1 ^<nul^"') do if "%%A"=="version" set "version=%%~B"
set "message=%java% (%origin%) does not run; try it with -version"
if not defined version goto die

rem Up to Java 8 the number is 1. What is no number passes for 0.
:check_version
set "major=0"
set "rest="
for /f "delims=.-_+" %%M in ("%version%") do set "major=%%M"
for /f "delims=0123456789" %%R in ("%major%") do set "rest=%%R"
if defined rest set "major=0"
set "message=needs Java 17 or newer, but %java% (%origin%) is Java %version%; point JAVA_HOME at a newer one"
if %major% LSS 17 goto die

rem The command decides about the compilers and the archive. A few words are enough: it comes first, or behind options.
set "compilers=-XX:TieredStopAtLevel=1"
set "create=-XX:+AutoCreateSharedArchive"
set "left=123456789"
:look
rem Without quotes of its own, which would count against those of the word.
set word=%1
if not defined word goto choose_heap
set "word=%word:"=%"
if "%word%"=="compare" set "compilers="
if "%word%"=="serve" set "compilers="
for %%W in (-h --help -V --version serve generate-completion help) do if "%word%"=="%%W" set "create="
shift
set "left=%left:~1%"
if defined left goto look

rem The heap, unless an option of the user's chooses the collector or sizes it.
:choose_heap
set "heap=-XX:+UseSerialGC -Xms48m -Xmn32m"
set "options="
if defined JAVA_TOOL_OPTIONS set "options=%options% %JAVA_TOOL_OPTIONS:"=%"
if defined JDK_JAVA_OPTIONS set "options=%options% %JDK_JAVA_OPTIONS:"=%"
if defined FETCH_CHARACTERS_JAVA_OPTS set "options=%options% %FETCH_CHARACTERS_JAVA_OPTS:"=%"
:next_option
if not defined options goto find_archive
set "all=%options%"
set "option="
set "options="
for /f "tokens=1,*" %%A in ("%all%") do (
  set "option=%%A"
  set "options=%%B"
)
if not defined option goto find_archive
if "%option:~-2%"=="GC" (
  if "%option:~0,8%"=="-XX:+Use" goto no_heap
  if "%option:~0,8%"=="-XX:-Use" goto no_heap
)
rem There is room in 100 MB and more, and in any number of gigabytes.
if "%option:~0,4%"=="-Xmx" (
  if /i "%option:~-1%"=="g" goto next_option
  if /i "%option:~-1%"=="m" if not "%option:~7,1%"=="" goto next_option
)
for %%S in (-Xmx -Xmn -Xms) do if "%option:~0,4%"=="%%S" set "heap=-XX:+UseSerialGC"
if not "%option:HeapSize=%"=="%option%" set "heap=-XX:+UseSerialGC"
if not "%option:NewSize=%"=="%option%" set "heap=-XX:+UseSerialGC"
goto next_option
:no_heap
set "heap="

rem From 19 on Java makes the archive of classes in the user's cache itself, and checks it; what it has to say against
rem one goes to a file, and the next run removes that archive.
:find_archive
set "archive="
set "archive_options="
set "damage="
if %major% LSS 19 goto start
if not defined runtime goto start
if not defined LOCALAPPDATA goto start
set "cache=%LOCALAPPDATA:"=%\fetch-characters"
rem Java would split it there.
if not "%cache:;=%"=="%cache%" goto start
if "%cache:~0,2%"=="\\" goto make_cache
if not "%cache:~1,2%"==":\" goto start
:make_cache
if not exist "%cache%\" mkdir "%cache%" 2>nul
if not exist "%cache%\" goto start
set "archive=%cache%\%runtime%.jsa"
if defined create for %%F in ("%archive%.log") do if exist "%%~F" if not "%%~zF"=="0" del "%archive%" 2>nul
if defined create type nul 2>nul >"%archive%.log" && set "damage=%archive%.log"
set archive_options="-XX:SharedArchiveFile=%archive%" -XX:+VerifySharedSpaces %create%

:start
set "log=all=warning,cds*=off"
set "damage_log=cds=error,cds+dynamic=warning"
if %major% GEQ 24 set "log=%log%,aot*=off"
if %major% GEQ 24 set "damage_log=%damage_log%,aot=error"
if defined damage set archive_options=%archive_options% "-Xlog:%damage_log%:file=%damage%::filecount=0"

rem The last command, since its exit status becomes that of the script.
"%java%" %heap% %compilers% %archive_options% -XX:+DisplayVMOutputToStderr -Xlog:disable "-Xlog:%log%:stderr" %FETCH_CHARACTERS_JAVA_OPTS% -cp "%jar%" io.github.fetchcharacters.Main %*
