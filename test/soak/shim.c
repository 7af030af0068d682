/*
 * Preloaded into a program, it makes the Nth call on files below a folder fail, or kills the program there.
 *   SOAK_ROOT    only files whose path begins with it count
 *   SOAK_CALLS   which calls count: w(rite) s(ync) r(ename, link) u(nlink) o(pen for writing) t(runcate)
 *   SOAK_AT      the number of the call, from 1; 0 only counts
 *   SOAK_DO      kill | an errno in decimal
 *   SOAK_STICKS  1: all later ones fail too, as on a full disk
 *   SOAK_COUNT   a file that is given the number of calls at the end
 *   SOAK_LOG     a file outside of the folder to which each call is added: its number, kind and path
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long count;
static const char *root, *calls, *what;
static long at;
static int sticks;
static int log_fd = -1;

int open(const char *path, int flags, ...);

__attribute__((constructor)) static void begin(void) {
  root = getenv("SOAK_ROOT");
  calls = getenv("SOAK_CALLS") ? getenv("SOAK_CALLS") : "";
  what = getenv("SOAK_DO") ? getenv("SOAK_DO") : "0";
  at = getenv("SOAK_AT") ? atol(getenv("SOAK_AT")) : 0;
  sticks = getenv("SOAK_STICKS") != NULL;
  const char *log = getenv("SOAK_LOG");
  if (log) log_fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("SOAK_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", count);
  fclose(file);
}

/* Is it this call's turn? Then the program dies here, or errno is set. */
static int fails(char kind, const char *path) {
  if (!root || !path || !strchr(calls, kind) || strncmp(path, root, strlen(root)) != 0) return 0;
  long now = __sync_add_and_fetch(&count, 1);
  if (log_fd >= 0) dprintf(log_fd, "%ld %c %s\n", now, kind, path);
  if (at == 0 || (sticks ? now < at : now != at)) return 0;
  if (strcmp(what, "kill") == 0) raise(SIGKILL);
  errno = atoi(what);
  return 1;
}

static int fails_fd(char kind, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return fails(kind, path);
}

static int fails_at(char kind, int dir, const char *path) {
  char folder[4096], whole[8192], link[64];
  if (path[0] == '/') return fails(kind, path);
  if (dir == AT_FDCWD) {
    if (!getcwd(folder, sizeof folder)) return 0;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
    ssize_t length = readlink(link, folder, sizeof folder - 1);
    if (length <= 0) return 0;
    folder[length] = 0;
  }
  snprintf(whole, sizeof whole, "%s/%s", folder, path);
  return fails(kind, whole);
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *b, size_t n) { REAL(ssize_t, "write", int, const void *, size_t); return fails_fd('w', fd) ? -1 : real(fd, b, n); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { REAL(ssize_t, "pwrite", int, const void *, size_t, off_t); return fails_fd('w', fd) ? -1 : real(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off_t o) { REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t); return fails_fd('w', fd) ? -1 : real(fd, b, n, o); }
ssize_t writev(int fd, const struct iovec *v, int n) { REAL(ssize_t, "writev", int, const struct iovec *, int); return fails_fd('w', fd) ? -1 : real(fd, v, n); }
int fsync(int fd) { REAL(int, "fsync", int); return fails_fd('s', fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(int, "fdatasync", int); return fails_fd('s', fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t n) { REAL(int, "ftruncate", int, off_t); return fails_fd('t', fd) ? -1 : real(fd, n); }
int ftruncate64(int fd, off_t n) { REAL(int, "ftruncate64", int, off_t); return fails_fd('t', fd) ? -1 : real(fd, n); }
int rename(const char *a, const char *b) { REAL(int, "rename", const char *, const char *); return fails_at('r', AT_FDCWD, b) ? -1 : real(a, b); }
int link(const char *a, const char *b) { REAL(int, "link", const char *, const char *); return fails_at('r', AT_FDCWD, b) ? -1 : real(a, b); }
int unlink(const char *a) { REAL(int, "unlink", const char *); return fails_at('u', AT_FDCWD, a) ? -1 : real(a); }

static int writes(int flags) { return (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0; }

int open(const char *path, int flags, ...) {
  REAL(int, "open", const char *, int, ...);
  va_list list; va_start(list, flags); int mode = va_arg(list, int); va_end(list);
  return writes(flags) && fails_at('o', AT_FDCWD, path) ? -1 : real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  REAL(int, "open64", const char *, int, ...);
  va_list list; va_start(list, flags); int mode = va_arg(list, int); va_end(list);
  return writes(flags) && fails_at('o', AT_FDCWD, path) ? -1 : real(path, flags, mode);
}
int openat(int dir, const char *path, int flags, ...) {
  REAL(int, "openat", int, const char *, int, ...);
  va_list list; va_start(list, flags); int mode = va_arg(list, int); va_end(list);
  return writes(flags) && fails_at('o', dir, path) ? -1 : real(dir, path, flags, mode);
}
