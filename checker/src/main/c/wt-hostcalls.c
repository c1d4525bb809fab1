/*
 * wt-hostcalls: makes single system calls, as it is told on stdin, and hands back what the kernel
 * answers: nothing is checked here, and nothing is made up.
 *
 * Processes: this one (the supervisor) is in a session of its own; it makes a temporary directory
 * and one worker, waits for it, and removes the directory. The worker makes the calls. It touches
 * what it made itself: files in that directory, pipes, sockets, its own memory, its own children.
 * When stdin closes, or the supervisor ends, the worker ends; its children die with it. A timer
 * interrupts whatever waits.
 *
 * Memory: a range that stands for the enclave is reserved, so that the kernel gives it to nobody
 * else. What the kernel writes goes to an arena outside of it, behind which nothing can be written:
 * byte n of the arena stands for byte n of the enclave. A playground takes fixed mappings.
 *
 * Messages are little endian. First out: enclave, its end, playground, its end, the number of
 * mappings, and of each the start and the end. Then in turn: in, a request of WORDS numbers of 64
 * bits (what, and its arguments); out, REPLY numbers. See make_call for both.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef __x86_64__
#error "this version puts calls to x86_64 kernels only"
#endif

enum { WORDS = 8, REPLY = 4, PAGE = 4096, ARENA = 256 * PAGE, PLAYGROUND = 64 * PAGE };
enum { IN_FD = 900, OUT_FD, ERR_FD, MOST_FDS = 48, MOST_MAPPINGS = 256, TICK_US = 300 };
static const uint64_t ENCLAVE = 0x1000000000, ENCLAVE_SIZE = 0x10000000;

/* In the order of CallName on the other side; behind them what the harness does, see HostDeed. */
enum what {
  BRK, MMAP, MUNMAP, MREMAP, OPEN, READ, WRITE, PREAD, PWRITE, READV, WRITEV, LSEEK, GETDENTS, STAT,
  READLINK, FCNTL, DUP2, PIPE, GETCWD, SENDFILE, SEND, RECV, RECVMSG, ACCEPT, GETSOCKOPT, POLL,
  SELECT, EPOLL_WAIT, CLOCK_GETTIME, NANOSLEEP, FUTEX, WAIT4, GETPID, GETRANDOM, IOCTL,
  CALLS,
  CLOSE = CALLS, FORK, SOCKETS, LISTEN, CONNECT, SEND_CONTROL, EPOLL, REGISTER, LOSE_DIRECTORY
};
enum child { EXITS, STOPS, STAYS, WAITS };

static char *arena, *control_room, *playground;
static volatile uint32_t *word; /* shared with children, who wait at it */
static char directory[64], names[16][160];
static char long_name[400];
static int64_t in[WORDS], out[REPLY];

static _Noreturn void stop(const char *what) {
  dprintf(ERR_FD, "%s (%s)\n", what, strerror(errno));
  _exit(70);
}

/* A call as the kernel answers it: no library stands between. */
static int64_t raw(long number, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) {
  long result = syscall(number, a, b, c, d, e, f);
  return result < 0 && result == -1 ? -errno : result;
}
#define RAW6(number, a, b, c, d, e, f, ...) \
  raw(number, (int64_t)(a), (int64_t)(b), (int64_t)(c), (int64_t)(d), (int64_t)(e), (int64_t)(f))
#define RAW(...) RAW6(__VA_ARGS__, 0, 0, 0, 0, 0, 0)

/* ---- the world of the worker ---- */

static void name(int index, const char *text) {
  snprintf(names[index], sizeof names[index], "%s/%s", directory, text);
}

static void make_file(const char *path, int bytes, mode_t mode) {
  static const char some[PAGE] = "what stands in a file";
  int fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, mode);
  if (fd < 0 || write(fd, some, (size_t)bytes) != bytes) stop("a file");
  close(fd);
}

/* The paths that calls name by their place here; see RealNames on the other side. */
static void make_names(void) {
  static const char *const all[] = {"file", "empty",   "d",     "link",   "loop", "missing",
                                    "fifo", "file/x", "secret", "dangling", "new"};
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++) name((int)i, all[i]);
  memset(long_name, 'n', sizeof long_name - 1);
  make_file(names[0], 3000, 0644);
  make_file(names[1], 0, 0644);
  make_file(names[8], 10, 0);
  if (mkdir(names[2], 0755) || symlink("file", names[3]) || symlink("loop", names[4]) ||
      mkfifo(names[6], 0644) || symlink("nowhere", names[9]))
    stop("a name");
  for (int i = 0; i < 5; i++) {
    char path[200];
    snprintf(path, sizeof path, "%.100s/entry %.*s", names[2], i * 5, "with a name that is longer");
    make_file(path, 0, 0644);
  }
}

static const char *path_of(int64_t index) {
  return index >= 0 && index < 11 ? names[index] : long_name;
}

static void *reserve(uint64_t at, size_t size, int prot, int flags) {
  void *got = mmap((void *)at, size, prot, flags | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (got == MAP_FAILED) stop("memory");
  return got;
}

static void make_memory(void) {
  reserve(ENCLAVE, ENCLAVE_SIZE, PROT_NONE, MAP_PRIVATE | MAP_FIXED_NOREPLACE);
  arena = reserve(0, ARENA + 3 * PAGE, PROT_NONE, MAP_PRIVATE);
  if (mprotect(arena, ARENA, PROT_READ | PROT_WRITE)) stop("the arena");
  control_room = reserve(0, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  playground = reserve(0, PLAYGROUND, PROT_NONE, MAP_PRIVATE);
  word = reserve(0, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED);
}

static void limit(int what, rlim_t most) {
  struct rlimit limit = {most, most};
  if (setrlimit(what, &limit)) stop("a limit");
}

static void nothing(int signal) { (void)signal; }

static void make_limits(void) {
  struct sigaction act = {.sa_handler = nothing};
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  if (sigaction(SIGALRM, &act, NULL)) stop("a handler");
  limit(RLIMIT_NOFILE, MOST_FDS);
  limit(RLIMIT_FSIZE, 1 << 20);
  limit(RLIMIT_CORE, 0);
}

/* The mappings that there are, but for the heap, of which brk tells. */
static void tell_memory(void) {
  static char text[1 << 16];
  int64_t told[5 + 2 * MOST_MAPPINGS] = {(int64_t)ENCLAVE, (int64_t)(ENCLAVE + ENCLAVE_SIZE),
                                         (int64_t)playground, (int64_t)playground + PLAYGROUND, 0};
  size_t length = 0;
  int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  for (ssize_t n; fd >= 0 && (n = read(fd, text + length, sizeof text - 1 - length)) > 0;) length += (size_t)n;
  if (fd < 0) stop("maps");
  close(fd);
  text[length] = 0;
  for (char *line = text, *next; *line; line = next) {
    uint64_t start, end;
    next = strchr(line, '\n');
    next = next ? next + 1 : line + strlen(line);
    if (sscanf(line, "%lx-%lx", &start, &end) != 2) stop("maps");
    int heap = memmem(line, (size_t)(next - line), "[heap]", 6) != NULL;
    int gate = end > UINT64_C(0x8000000000000000);
    if (heap || gate || start == ENCLAVE || told[4] == MOST_MAPPINGS) continue;
    told[5 + 2 * told[4]] = (int64_t)start;
    told[6 + 2 * told[4]++] = (int64_t)end;
  }
  size_t bytes = (size_t)(5 + 2 * told[4]) * sizeof *told;
  if (write(OUT_FD, told, bytes) != (ssize_t)bytes) _exit(0);
}

/* ---- calls ---- */

static void timer(int us) {
  struct itimerval every = {{0, us}, {0, us}};
  setitimer(ITIMER_REAL, &every, NULL);
}

/* Where the kernel writes what is meant for this address of the enclave. */
static char *room(int64_t enclave_address) { return arena + (enclave_address - (int64_t)ENCLAVE); }

static struct timespec micros(int64_t us) {
  struct timespec time = {us / 1000000, us % 1000000 * 1000};
  return time;
}

static int64_t to_micros(struct timespec time) { return time.tv_sec * 1000000 + time.tv_nsec / 1000; }

/* The lengths of the records: of the first, and of all others, each of which must have one. */
static void records(const char *at, int64_t bytes) {
  int64_t last = 0;
  for (int64_t done = 0; done < bytes; done += last) {
    last = *(const uint16_t *)(at + done + 16);
    if (last == 0) break;
    out[done == 0 ? 1 : 2] += last;
  }
}

static int64_t vectors(long number) {
  struct iovec both[2] = {{room(in[2]), (size_t)in[3]}, {room(in[2]) + in[5], (size_t)in[4]}};
  return RAW(number, in[1], both, in[6]);
}

/* Descriptors that came with a message are not kept. */
static void drop_passed(struct msghdr *message) {
  for (struct cmsghdr *one = CMSG_FIRSTHDR(message); one; one = CMSG_NXTHDR(message, one)) {
    if (one->cmsg_level != SOL_SOCKET || one->cmsg_type != SCM_RIGHTS) continue;
    int count = (int)((one->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    for (int i = 0; i < count; i++) close(((int *)CMSG_DATA(one))[i]);
  }
}

static void receive_message(void) {
  struct iovec both[2] = {{room(in[2]), (size_t)in[3]}, {room(in[2]) + in[3], (size_t)in[4]}};
  struct msghdr message = {.msg_iov = both, .msg_iovlen = 2, .msg_control = control_room,
                           .msg_controllen = (size_t)in[6]};
  memset(control_room, 0, 64);
  out[0] = RAW(SYS_recvmsg, in[1], &message, in[7]);
  out[1] = (int64_t)message.msg_controllen;
  struct cmsghdr *first = out[0] >= 0 ? CMSG_FIRSTHDR(&message) : NULL;
  out[2] = first ? (int64_t)first->cmsg_len : 0;
  out[3] = (int64_t)room(in[2]);
  if (first) drop_passed(&message);
}

static void poll_some(void) {
  struct pollfd some[3];
  struct timespec left = micros(in[4]);
  for (int i = 0; i < 3; i++) some[i] = (struct pollfd){(int)in[5 + i], (short)in[3], 0};
  out[0] = RAW(SYS_ppoll, some, in[2], &left, NULL, 8);
  out[1] = in[2] > 0 ? some[0].revents : 0;
  out[2] = to_micros(left);
}

static void select_some(void) {
  uint64_t set[16] = {(uint64_t)in[3]};
  struct timeval time = {0, in[4]};
  out[0] = RAW(SYS_select, in[2], set, NULL, NULL, &time);
  out[1] = (int64_t)set[0];
}

static void await_events(void) {
  struct epoll_event *events = (struct epoll_event *)(void *)room(in[2]);
  out[0] = RAW(SYS_epoll_wait, in[1], events, in[3], in[4]);
  if (out[0] > 0) memcpy(&out[1], &events[0].data, sizeof out[1]);
}

static void tell_time(void) {
  struct timespec now = {0, 0};
  out[0] = RAW(SYS_clock_gettime, in[1], &now);
  out[1] = now.tv_sec * 1000000000 + now.tv_nsec;
  out[2] = now.tv_nsec;
}

static void sleep_some(void) {
  struct timespec asked = micros(in[1]), left = {0, 0};
  out[0] = RAW(SYS_nanosleep, &asked, &left);
  out[1] = to_micros(left);
}

static void at_futex(void) {
  struct timespec time = micros(in[4]);
  *word = (uint32_t)in[3];
  out[0] = RAW(SYS_futex, word, in[1], in[2], in[1] == FUTEX_WAIT ? &time : NULL);
}

static void fill_in_ends(int made, int *ends) {
  out[1] = made < 0 ? -1 : ends[0];
  out[2] = made < 0 ? -1 : ends[1];
}

static void make_pipe(void) {
  int ends[2];
  out[0] = RAW(SYS_pipe2, ends, in[1]);
  fill_in_ends((int)out[0], ends);
}

static void where(void) {
  char *buffer = room(in[1]);
  out[0] = RAW(SYS_getcwd, buffer, in[2]);
  out[1] = out[0] > 0 ? (int64_t)strnlen(buffer, (size_t)out[0]) : -1;
}

static void send_file(void) {
  int64_t offset = in[2];
  out[0] = RAW(SYS_sendfile, in[4], in[1], &offset, in[3]);
  out[1] = offset;
}

static void accept_one(void) {
  socklen_t length = (socklen_t)in[3];
  out[0] = RAW(SYS_accept, in[1], room(in[2]), &length);
  out[1] = length;
}

static void option(void) {
  socklen_t length = (socklen_t)in[3];
  out[0] = RAW(SYS_getsockopt, in[1], in[4], in[5], room(in[2]), &length);
  out[1] = length;
}

static void status(void) {
  struct stat found = {0};
  out[0] = RAW(SYS_stat, path_of(in[2]), &found);
  out[1] = found.st_size;
}

static void readable(void) {
  int value = 0;
  out[0] = RAW(SYS_ioctl, in[1], FIONREAD, &value);
  out[1] = value;
}

/* ---- what the harness does ---- */

static _Noreturn void child(int kind, pid_t worker) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != worker) _exit(0);
  for (int fd = 0; fd <= ERR_FD; fd++) close(fd);
  if (kind == EXITS) _exit(0);
  if (kind == STOPS) raise(SIGSTOP);
  while (kind == WAITS && syscall(SYS_futex, word, FUTEX_WAIT, *word, NULL) == 0) _exit(0);
  for (;;) pause();
}

static int64_t make_child(void) {
  pid_t worker = getpid(), pid = fork();
  if (pid == 0) child((int)in[1], worker);
  return pid < 0 ? -errno : pid;
}

static void make_sockets(void) {
  int ends[2], on = 1;
  out[0] = RAW(SYS_socketpair, AF_UNIX, in[1], 0, ends);
  fill_in_ends((int)out[0], ends);
  if (out[0] == 0) setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
}

static struct sockaddr_un address(const char *kind, int number) {
  struct sockaddr_un made = {.sun_family = AF_UNIX};
  snprintf(made.sun_path, sizeof made.sun_path, "%.60s/%s%d", directory, kind, number);
  return made;
}

static int64_t listen_at(int number) {
  struct sockaddr_un own = address("listener", number);
  int fd = socket(AF_UNIX, SOCK_STREAM | (int)in[1], 0);
  if (fd < 0) return -errno;
  if (bind(fd, (struct sockaddr *)&own, sizeof own) || listen(fd, 3)) stop("a listener");
  return fd;
}

/* A client, with a name of its own or without, at the listener of this number. */
static int64_t connect_to(int number, int named) {
  static int clients;
  struct sockaddr_un there = address("listener", number), own = address("client", clients++);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (fd < 0) return -errno;
  if (named && bind(fd, (struct sockaddr *)&own, sizeof own)) stop("a client's name");
  if (connect(fd, (struct sockaddr *)&there, sizeof there) == 0) return fd;
  int e = errno;
  close(fd);
  return -e;
}

/* A message of 5 bytes with a descriptor beside it. */
static int64_t send_control(void) {
  char control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec bytes = {"bytes", 5};
  struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = control,
                           .msg_controllen = sizeof control};
  struct cmsghdr *one = CMSG_FIRSTHDR(&message);
  int passed = 0;
  one->cmsg_level = SOL_SOCKET;
  one->cmsg_type = SCM_RIGHTS;
  one->cmsg_len = CMSG_LEN(sizeof passed);
  memcpy(CMSG_DATA(one), &passed, sizeof passed);
  return RAW(SYS_sendmsg, in[1], &message, MSG_DONTWAIT);
}

static int64_t register_with(void) {
  struct epoll_event event = {EPOLLIN | EPOLLOUT, {.u64 = (uint64_t)in[3]}};
  return RAW(SYS_epoll_ctl, in[1], EPOLL_CTL_ADD, in[2], &event);
}

static int64_t lose_directory(void) {
  char gone[100];
  snprintf(gone, sizeof gone, "%s/gone", directory);
  if (mkdir(gone, 0755) || chdir(gone) || rmdir(gone)) stop("a lost directory");
  return 0;
}

/* What is asked for, with its arguments in the order in which the other side names them. */
static void make_call(void) {
  memset(out, 0, sizeof out);
  switch ((enum what)in[0]) {
    case BRK: out[0] = RAW(SYS_brk, in[3]); break;
    case MMAP: out[0] = RAW(SYS_mmap, in[1], in[2], in[4], in[5] | in[3], in[6], in[7]); break;
    case MUNMAP: out[0] = RAW(SYS_munmap, in[1], in[2]); break;
    case MREMAP: out[0] = RAW(SYS_mremap, in[1], in[2], in[3], in[4]); break;
    case OPEN: out[0] = RAW(SYS_open, path_of(in[2]), in[1], 0644); break;
    case READ: out[0] = RAW(SYS_read, in[1], room(in[2]), in[3]); break;
    case WRITE: out[0] = RAW(SYS_write, in[1], room(in[2]), in[3]); break;
    case PREAD: out[0] = RAW(SYS_pread64, in[1], room(in[2]), in[3], in[4]); break;
    case PWRITE: out[0] = RAW(SYS_pwrite64, in[1], room(in[2]), in[3], in[4]); break;
    case READV: out[0] = vectors(SYS_readv); break;
    case WRITEV: out[0] = vectors(SYS_writev); break;
    case LSEEK: out[0] = RAW(SYS_lseek, in[1], in[2], in[3]); break;
    case GETDENTS:
      out[0] = RAW(SYS_getdents64, in[1], room(in[2]), in[3]);
      if (out[0] > 0) records(room(in[2]), out[0]);
      break;
    case STAT: status(); break;
    case READLINK: out[0] = RAW(SYS_readlink, path_of(in[3]), room(in[1]), in[2]); break;
    case FCNTL: out[0] = RAW(SYS_fcntl, in[1], in[2], in[3]); break;
    case DUP2: out[0] = RAW(SYS_dup2, in[1], in[2]); break;
    case PIPE: make_pipe(); break;
    case GETCWD: where(); break;
    case SENDFILE: send_file(); break;
    case SEND: out[0] = RAW(SYS_sendto, in[1], room(in[2]), in[3], in[4]); break;
    case RECV: out[0] = RAW(SYS_recvfrom, in[1], room(in[2]), in[3], in[4]); break;
    case RECVMSG: receive_message(); break;
    case ACCEPT: accept_one(); break;
    case GETSOCKOPT: option(); break;
    case POLL: poll_some(); break;
    case SELECT: select_some(); break;
    case EPOLL_WAIT: await_events(); break;
    case CLOCK_GETTIME: tell_time(); break;
    case NANOSLEEP: sleep_some(); break;
    case FUTEX: at_futex(); break;
    case WAIT4: out[0] = RAW(SYS_wait4, in[1], NULL, in[2]); break;
    case GETPID: out[0] = RAW(SYS_getpid); break;
    case GETRANDOM: out[0] = RAW(SYS_getrandom, room(in[1]), in[2], in[3]); break;
    case IOCTL: readable(); break;
    case CLOSE: out[0] = RAW(SYS_close, in[1]); break;
    case FORK: out[0] = make_child(); break;
    case SOCKETS: make_sockets(); break;
    case LISTEN: out[0] = listen_at((int)in[2]); break;
    case CONNECT: out[0] = connect_to((int)in[1], (int)in[2]); break;
    case SEND_CONTROL: out[0] = send_control(); break;
    case EPOLL: out[0] = RAW(SYS_epoll_create1, 0); break;
    case REGISTER: out[0] = register_with(); break;
    case LOSE_DIRECTORY: out[0] = lose_directory(); break;
  }
}

static int all_of_request(void) {
  for (size_t done = 0; done < sizeof in;) {
    ssize_t n = read(IN_FD, (char *)in + done, sizeof in - done);
    if (n <= 0) return 0;
    done += (size_t)n;
  }
  return 1;
}

static _Noreturn void work(pid_t supervisor) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(0);
  if (chdir(directory)) stop("the directory");
  make_names();
  int file = open(names[1], O_RDWR);
  for (int fd = 0; fd < 3; fd++)
    if (dup2(file, fd) < 0) stop("a standard descriptor");
  for (int fd = 3; fd < IN_FD; fd++) close(fd);
  make_limits();
  make_memory();
  tell_memory();
  while (all_of_request()) {
    timer(TICK_US);
    make_call();
    timer(0);
    if (write(OUT_FD, out, sizeof out) != sizeof out) break;
  }
  _exit(0);
}

static void move_up(int fd, int to) {
  if (dup3(fd, to, O_CLOEXEC) < 0) stop("a descriptor");
}

/* Nothing but files, links and one level of directories is ever made in it. */
static void remove_directory(void) {
  char *const command[] = {"rm", "-rf", "--", directory, NULL};
  pid_t pid = fork();
  if (pid == 0) {
    execvp(command[0], command);
    _exit(127);
  }
  if (pid < 0 || waitpid(pid, NULL, 0) < 0) stop("the directory");
}

int main(void) {
  const char *base = getenv("TMPDIR");
  struct rlimit most = {1024, 1024};
  int status;
  setsid();
  if (setrlimit(RLIMIT_NOFILE, &most)) stop("a limit");
  move_up(2, ERR_FD);
  move_up(0, IN_FD);
  move_up(1, OUT_FD);
  if (!base || !*base || strlen(base) > 40) base = "/tmp";
  snprintf(directory, sizeof directory, "%.40s/wt-hostcalls-XXXXXX", base);
  if (!mkdtemp(directory)) stop(directory);
  pid_t supervisor = getpid(), worker = fork();
  if (worker == 0) work(supervisor);
  if (worker < 0) stop("a worker");
  close(IN_FD);
  close(OUT_FD);
  close(0);
  close(1);
  while (waitpid(worker, &status, 0) < 0) continue;
  remove_directory();
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  dprintf(ERR_FD, "the worker died of signal %d\n", WTERMSIG(status));
  return 70;
}
