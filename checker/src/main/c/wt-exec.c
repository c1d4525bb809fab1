/*
 * wt-exec: makes small Linux worlds and lets their tasks make system calls, as it is told on stdin.
 *
 *   wt-exec root|wide|single [net]
 *   wt-exec root|wide|single [net] RUNS CALLS
 *
 * With "net" each world has a network namespace of its own too. With numbers it takes nothing from stdin: it makes so many bare worlds one after the other, whose
 * two tasks make so many calls together, and prints how many nanoseconds that took: see bare.
 *
 * Processes: this one (the dispatcher) is in a session of its own. For each run it clones pid 1 of a
 * world, in new namespaces; pid 1 builds the world and forks its tasks; then it idles. A task waits
 * at a futex in its slot of a shared mapping, makes one call, and writes the answer there: it uses no
 * descriptor but 0, 1 and 2. When stdin closes, or this process dies, pid 1 is killed, and with it
 * all that lives in the world.
 *
 * Messages are little endian: u32 length, then that many bytes. A text is u32 length and bytes.
 * Request:  u32 length of the world operations; u8 how many PID namespaces lie between the dispatcher's
 *           and the world's; u32 number of operations, each: u8 operation (enum op) and
 *           its arguments; u8 whether the start is to be looked at; u32 number of moves, each: see
 *           take_move.
 * Response: u8 1, the look at the start; for each move: names of descriptors before it, answer (enum
 *           answer), what signals did until all was at rest (see give_events), the look after it; u32 how often scoped walks were told to try again; or u8 0
 *           and a text that says why there is no run, u8 2 and a text that says what is wrong with
 *           this program.
 * A look, as pid 1 sees the world: text mountinfo; u32 number of file systems, each: u64 device and
 *           its tree, a node: u64 inode, u32 mode, user, group, text content, u32 number of entries,
 *           each: text name, node; u32 number of mounted procfs, each: see look_at_proc; u32 number of tasks, each: see look_at_task; see look_at_processes.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <linux/futex.h>
#include <linux/kcmp.h>
#include <linux/magic.h>
#include <linux/nsfs.h>
#include <linux/openat2.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef __x86_64__
#error "this version puts calls to x86_64 kernels only"
#endif

enum { TASKS = 26, INIT = TASKS, SLOTS = TASKS + 1 };
enum { ROOM = 1 << 18, REPORT = 1 << 22, MOST_TREES = 64, MOST_RETRIES = 50, WORLD_FD = 900 };
static const ino_t INITIAL_PID_NAMESPACE = 0xEFFFFFFC;

enum op { DIR_, FILE_, SYMLINK_, LINK_, FIFO_, SOCKET_, NODE_, MODE_, OWNER_, MOUNT_, BIND_, TASK_, CRED_ };
enum command { IDLE, CALL, FORK, PLACE, BECOME, KEEP_TREES, LOOK, REAP };
enum special { PLAIN, SENDMSG, RECVMSG, CAPSET, CLONE, EXIT, OPENAT2, MOVES_OTHERS, ACTION };
enum out { NOTHING, OBJECT, BYTES, STATUS, PAIR, MESSAGE, NAMES, WAITED };
enum kind { WHOLE, BEGIN, END };
enum answer { RETURNED, FAILED, BLOCKS, DIED, NOT_TAKEN };

/* In the order of Syscall's calls on the other side; see Wire.java. */
static const long numbers[] = {
    SYS_open, SYS_openat, SYS_openat2, SYS_close, SYS_read, SYS_mkdir, SYS_symlink, SYS_readlink,
    SYS_readlinkat, SYS_rename, SYS_stat, SYS_lstat, SYS_chdir, SYS_fchdir, SYS_getcwd, SYS_chroot,
    SYS_mount, SYS_umount2, SYS_clone, SYS_exit, SYS_setresuid, SYS_capset, SYS_socketpair,
    SYS_sendmsg, SYS_recvmsg, SYS_unshare, SYS_setns, SYS_sethostname, SYS_setdomainname, SYS_uname,
    SYS_exit_group, SYS_wait4, SYS_getpid, SYS_gettid, SYS_getppid, SYS_getpgid, SYS_getsid, SYS_setpgid,
    SYS_setsid, SYS_kill, SYS_tgkill, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_prctl,
    SYS_reboot, SYS_pidfd_open, SYS_pidfd_send_signal};

enum life { ALIVE, ENDED, GONE }; /* ENDED: a zombie */
enum { MOST_RAN = 64, MOST_LEVELS = 33 };

/* A handler that ran. */
struct ran {
  int32_t signal, pid, uid;
};

/* What a task and the dispatcher share. */
struct slot {
  uint32_t go;   /* futex: a command is there */
  uint32_t done; /* futex: its answer is there */
  uint32_t command;
  uint32_t special;
  int32_t child; /* the slot of a new task; for PLACE the length of the texts */
  int32_t pid;   /* in the world */
  int32_t status; /* how it ended, when pid 1 has waited for it; else -1 */
  int32_t retries; /* how often its scoped walks were told to try again */
  int32_t life;    /* enum life, as the dispatcher knows it */
  int32_t status_fd; /* its status in the world's procfs, in the dispatcher */
  ino_t namespaces[MOST_LEVELS]; /* its PID namespaces, its own first; none for the world's own */
  uint32_t ran;    /* how many handlers ran */
  uint32_t told;   /* how many of these were told */
  struct ran handlers[MOST_RAN];
  long number;
  long arguments[6];
  long result;
  char room[ROOM];
};

/* What pid 1 has seen, for the dispatcher. */
struct report {
  int spread; /* whether a task may be in another mount namespace than pid 1 */
  int known;  /* how many devices of file systems of the world are known */
  dev_t devices[MOST_TREES];
  size_t length;
  unsigned char bytes[REPORT];
};

static struct slot *slots;

static int is_alive(int index) { return slots[index].pid > 0 && slots[index].life == ALIVE; }

static struct report *report;
static const char *privilege;
static long network; /* CLONE_NEWNET where each world has a network namespace of its own */
static int alive[2]; /* a pipe that nobody writes to: its end says that the dispatcher is gone */

/* ---- time and futexes ---- */

static void futex_wake(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE, 1, NULL, NULL, 0); }

static void futex_wait(uint32_t *word, uint32_t value, long nanoseconds) {
  struct timespec t = {0, nanoseconds};
  syscall(SYS_futex, word, FUTEX_WAIT, value, nanoseconds ? &t : NULL, NULL, 0);
}

static void post(uint32_t *word) {
  __atomic_store_n(word, 1, __ATOMIC_RELEASE);
  futex_wake(word);
}

static int posted(uint32_t *word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE) != 0; }

static void await(uint32_t *word) {
  while (!posted(word)) futex_wait(word, 0, 0);
  __atomic_store_n(word, 0, __ATOMIC_RELAXED);
}

/* ---- messages ---- */

struct bytes {
  unsigned char *at, *end;
};

struct message {
  unsigned char *data;
  size_t length, room;
};

static struct message response;
enum { FIRST = 1 << 16 };
static char why[512]; /* why there is no run */
static int fault;     /* whether that is this program's own fault */

static void fail(const char *format, ...) {
  va_list arguments;
  if (why[0]) return;
  va_start(arguments, format);
  vsnprintf(why, sizeof why, format, arguments);
  va_end(arguments);
}

static void die(const char *what) {
  fprintf(stderr, "wt-exec: %s: %s\n", what, strerror(errno));
  _exit(70);
}

static void take(struct bytes *in, void *to, size_t length) {
  if ((size_t)(in->end - in->at) < length) {
    fprintf(stderr, "wt-exec: a message ends too early\n");
    _exit(70);
  }
  memcpy(to, in->at, length);
  in->at += length;
}

static uint8_t take8(struct bytes *in) {
  uint8_t v;
  take(in, &v, sizeof v);
  return v;
}

static int32_t take32(struct bytes *in) {
  int32_t v;
  take(in, &v, sizeof v);
  return v;
}

static int64_t take64(struct bytes *in) {
  int64_t v;
  take(in, &v, sizeof v);
  return v;
}

/* A text with a terminator, in memory of its own that the caller frees. */
static char *take_text(struct bytes *in, size_t *length) {
  size_t n = (uint32_t)take32(in);
  if ((size_t)(in->end - in->at) < n) {
    fprintf(stderr, "wt-exec: a text ends too early\n");
    _exit(70);
  }
  char *text = malloc(n + 1);
  if (!text) die("malloc");
  take(in, text, n);
  text[n] = 0;
  if (length) *length = n;
  return text;
}

/* Worlds are made without the response, so that writing to it copies no page that they share. */
static void give(const void *from, size_t length) {
  if (response.length + length > response.room) {
    size_t room = (2 * (response.length + length) + FIRST) / FIRST * FIRST;
    unsigned char *data = response.data ? mremap(response.data, response.room, room, MREMAP_MAYMOVE)
                                        : mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (data == MAP_FAILED || madvise(data, room, MADV_DONTFORK)) die("a long response");
    response.data = data;
    response.room = room;
  }
  if (length) memcpy(response.data + response.length, from, length);
  response.length += length;
}

static void give8(uint8_t v) { give(&v, sizeof v); }
static void give32(int32_t v) { give(&v, sizeof v); }
static void give64(int64_t v) { give(&v, sizeof v); }

static void give_bytes(const void *text, size_t length) {
  give32((int32_t)length);
  give(text, length);
}

static void give_text(const char *text) { give_bytes(text, strlen(text)); }

static int read_all(int fd, void *to, size_t length) {
  for (size_t got = 0; got < length;) {
    ssize_t n = read(fd, (char *)to + got, length - got);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return 0;
    got += (size_t)n;
  }
  return 1;
}

static void write_all(int fd, const void *from, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t n = write(fd, (const char *)from + done, length - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0);
    done += (size_t)n;
  }
}

/* ---- a task ---- */

static long raw(long number, const long *a) {
  long result;
  register long r10 __asm__("r10") = a[3];
  register long r8 __asm__("r8") = a[4];
  register long r9 __asm__("r9") = a[5];
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a[0]), "S"(a[1]), "d"(a[2]), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

static void task(int index);

static int self; /* the slot of this task */

/* A handler tells that it ran; its task goes on with the call that it was in. */
static void handler(int signal, siginfo_t *info, void *context) {
  struct slot *s = &slots[self];
  (void)context;
  if (s->ran < MOST_RAN) s->handlers[s->ran] = (struct ran){signal, info->si_pid, (int32_t)info->si_uid};
  s->ran++;
}

void restore(void);
__asm__(".text\nrestore: mov $15, %eax\nsyscall\n"); /* rt_sigreturn */

/* struct sigaction of the kernel: handler, flags, restorer, mask; a 2 as handler stands for the own. */
static void put_handler(struct slot *s) {
  long *action = (long *)s->arguments[1];
  if (action[0] == 2) {
    action[0] = (long)handler;
    action[1] |= SA_SIGINFO | SA_RESTART | 0x04000000 /* SA_RESTORER */;
    action[2] = (long)restore;
  }
}

/* A new task goes on in a slot of its own. */
static void make_task(struct slot *s, long flags) {
  long a[6] = {flags, 0, 0, 0, 0, 0};
  int child = s->child;
  long made = raw(SYS_clone, a);
  if (made == 0) task(child);
  s->result = made;
}

/* A scoped walk is told to try again when anybody on the machine renames; one in the cache alone is
   told so for reasons that stay. */
static void open_scoped(struct slot *s) {
  int cached = (((struct open_how *)s->arguments[2])->resolve & RESOLVE_CACHED) != 0;
  for (int i = 0; i <= MOST_RETRIES; i++) {
    s->result = raw(s->number, s->arguments);
    if (s->result != -EAGAIN || cached) return;
    s->retries++;
  }
}

static int is_of_world(dev_t device) {
  int known = 0;
  for (int i = 0; i < report->known; i++) known |= report->devices[i] == device;
  return known;
}

/* Who enters a mount namespace whose root was taken away stands outside of the world: there it ends. */
static void enter(struct slot *s) {
  struct stat st;
  struct statfs fs;
  s->result = raw(s->number, s->arguments);
  if (s->result < 0) return;
  if (stat("/", &st) || statfs("/", &fs) || (fs.f_type != PROC_SUPER_MAGIC && !is_of_world(st.st_dev)))
    _exit(98);
}

static int open_at(const char *path, int fd) {
  int opened = open(path, O_RDONLY | O_NOFOLLOW);
  if (opened < 0) return 0;
  if (opened == fd) return 1;
  if (dup2(opened, fd) < 0) return 0;
  close(opened);
  return 1;
}

/* root\0cwd\0 then a byte each and path\0 for descriptors; an empty text leaves things as they are. */
static long place(struct slot *s) {
  const char *root = s->room, *cwd = root + strlen(root) + 1, *fds = cwd + strlen(cwd) + 1;
  int old_root = open("/", O_PATH), old_cwd = open(".", O_PATH), new_root = old_root, new_cwd = old_cwd;
  if (old_root < 0 || old_cwd < 0 || fchdir(WORLD_FD) || chroot(".")) return -errno;
  if (*root && (new_root = open(root, O_PATH | O_DIRECTORY)) < 0) return -errno;
  if (*cwd && (new_cwd = open(cwd, O_PATH | O_DIRECTORY)) < 0) return -errno;
  int given[3] = {old_root, new_root == old_root ? -1 : new_root, new_cwd};
  for (int i = 0; i < 3; i++) {
    if (given[i] >= 0 && given[i] < WORLD_FD) {
      int up = fcntl(given[i], F_DUPFD, WORLD_FD + 1);
      if (up < 0) return -errno;
      if (i == 2 && given[2] == old_cwd) old_cwd = up;
      close(given[i]);
      if (given[i] == new_root) new_root = up;
      if (given[i] == new_cwd) new_cwd = up;
      if (given[i] == old_root) old_root = up;
    }
  }
  if (old_cwd < WORLD_FD) close(old_cwd);
  while (fds < s->room + s->child) {
    int32_t fd;
    memcpy(&fd, fds, sizeof fd);
    fds += sizeof fd;
    if (!open_at(fds, fd)) return -errno;
    fds += strlen(fds) + 1;
  }
  if (fchdir(new_root) || chroot(".") || fchdir(new_cwd)) return -errno;
  return close_range(WORLD_FD + 1, ~0U, 0) ? -errno : 0;
}

/* Takes on an identity: arguments are user, group, permitted and effective capabilities. */
static long become(const long *a) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2];
  if (syscall(SYS_capget, &header, data)) return -errno;
  for (int i = 0; i < 2; i++) { /* "all" is what this machine lets root have */
    data[i].permitted &= (uint32_t)(a[2] >> (32 * i));
    data[i].effective = data[i].permitted;
    data[i].inheritable = 0;
  }
  if (close_range(WORLD_FD, ~0U, 0) || syscall(SYS_setresgid, a[1], a[1], a[1]) ||
      prctl(PR_SET_KEEPCAPS, 1) || syscall(SYS_setresuid, a[0], a[0], a[0]) ||
      prctl(PR_SET_KEEPCAPS, 0) || syscall(SYS_capset, &header, data) || prctl(PR_SET_DUMPABLE, 1))
    return -errno;
  return 0;
}

static void task(int index) {
  struct slot *s = &slots[index];
  self = index;
  s->pid = (int32_t)syscall(SYS_getpid); /* of a task in a PID namespace below, corrected by the dispatcher */
  post(&s->done);
  for (;;) {
    await(&s->go);
    if (s->command == CALL && s->special == CLONE)
      make_task(s, s->arguments[0]);
    else if (s->command == CALL && s->special == OPENAT2)
      open_scoped(s);
    else if (s->command == CALL && s->special == ACTION) {
      put_handler(s);
      s->result = raw(s->number, s->arguments);
    } else if (s->command == CALL && s->number == SYS_setns)
      enter(s);
    else if (s->command == CALL)
      s->result = raw(s->number, s->arguments);
    else if (s->command == FORK)
      make_task(s, SIGCHLD);
    else if (s->command == PLACE)
      s->result = place(s);
    else if (s->command == BECOME)
      s->result = become(s->arguments);
    s = &slots[index];
    post(&s->done);
  }
}

/* ---- pid 1 of a world ---- */

static const char *step = ""; /* what pid 1 does, for messages */

static _Noreturn void stop(const char *what) {
  struct slot *s = &slots[INIT];
  snprintf(s->room, ROOM, "the world cannot be made: %s: %s", what, strerror(errno));
  s->result = -1;
  post(&s->done);
  for (;;) pause();
}

static void must(long result, const char *what) {
  if (result < 0) stop(what);
}

/* As seen from the world's own root, with what is mounted over it. */
static char *world_path(struct bytes *in) {
  size_t length;
  char *text = take_text(in, &length), *path = malloc(length + 4);
  if (!path) stop("malloc");
  memcpy(path, "/..", 3);
  memcpy(path + 3, text, length + 1);
  free(text);
  return path;
}

/* ---- pid 1 looks at its world ---- */

enum { OWN_PROC = 3, ANY_PROC = -2 };

static int trees[MOST_TREES]; /* of the devices that are known, in their order */
static char text[1 << 18];

/* A mounted procfs: every mount is an instance with a device of its own. Those that show one PID namespace
   count as one: the world's as ANY_PROC, others as the negative inode of theirs. */
static struct proc {
  dev_t device;
  int64_t shown;
  int at;
} procs[MOST_TREES];
static int proc_count;

static const struct proc *proc_of(dev_t device) {
  for (int i = 0; i < proc_count; i++)
    if (procs[i].device == device) return &procs[i];
  return NULL;
}

/* Whether the tree of a file system is kept already. */
static int is_known(dev_t device) {
  return report->known == MOST_TREES || is_of_world(device) || proc_of(device);
}

/* Keeps a procfs by a descriptor of it. Its namespace is told by its first task: who has just mounted it
   is in there. */
static void keep_proc(int at, dev_t device) {
  struct stat st, own;
  struct proc *p = &procs[proc_count];
  struct mount_attr links = {.attr_clr = MOUNT_ATTR_NOSYMFOLLOW};
  must(syscall(SYS_mount_setattr, at, "", AT_EMPTY_PATH, &links, sizeof links), "links of a procfs");
  if (proc_count == MOST_TREES) return;
  if (fstatat(OWN_PROC, "1/ns/pid", &own, 0) || fstatat(at, "1/ns/pid", &st, 0) || st.st_ino == own.st_ino)
    st.st_ino = (ino_t)-ANY_PROC;
  *p = (struct proc){device, -(int64_t)st.st_ino, at};
  proc_count++;
}

/* Keeps the own tree of a tmpfs or a procfs: nothing is mounted on it, and it is in no namespace. */
static void keep_tree(const char *path) {
  struct stat st;
  struct statfs fs;
  int at = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC);
  if (at < 0) return;
  int told = !fstat(at, &st) && !fstatfs(at, &fs);
  int in_proc = told && fs.f_type == PROC_SUPER_MAGIC;
  if (told && (in_proc || fs.f_type == TMPFS_MAGIC) && !is_known(st.st_dev)) {
    int tree = (int)syscall(SYS_open_tree, at, "", 1 /* OPEN_TREE_CLONE */ | AT_EMPTY_PATH | O_CLOEXEC);
    if (tree >= 0 && in_proc) {
      keep_proc(tree, st.st_dev);
    } else if (tree >= 0) {
      report->devices[report->known] = st.st_dev;
      trees[report->known++] = tree;
    }
  }
  close(at);
}

static size_t read_own(const char *name, char *to, size_t room) {
  int fd = openat(OWN_PROC, name, O_RDONLY | O_CLOEXEC);
  size_t length = 0;
  ssize_t n = 0;
  while (fd >= 0 && length + 1 < room && (n = read(fd, to + length, room - 1 - length)) > 0) length += (size_t)n;
  to[length] = 0;
  if (fd >= 0) close(fd);
  return length;
}

/* What is one record, and so comes whole with one read: man 5 proc_pid_status, proc_pid_fdinfo. */
static size_t read_record(const char *name, char *to, size_t room) {
  int fd = openat(OWN_PROC, name, O_RDONLY | O_CLOEXEC);
  ssize_t length = fd < 0 ? 0 : read(fd, to, room - 1);
  if (length < 0) length = 0;
  to[length] = 0;
  if (fd >= 0) close(fd);
  return (size_t)length;
}

/* A path of mountinfo: blanks and the like stand there as \ooo. */
static void unescape(char *path) {
  char *to = path;
  for (char *from = path; *from; to++) {
    unsigned code;
    if (*from == '\\' && sscanf(from + 1, "%3o", &code) == 1) {
      *to = (char)code;
      from += 4;
    } else {
      *to = *from++;
    }
  }
  *to = 0;
}

/* Makes the directories above the last name of a path, or all of them. */
static void parents(char *path, int all) {
  struct stat st;
  for (char *p = path + 4; *p; p++) {
    if (*p != '/') continue;
    *p = 0;
    if (mkdir(path, 0755) && errno != EEXIST) stop(path);
    *p = '/';
  }
  if (all && lstat(path, &st)) must(mkdir(path, 0755), path);
}

static void make_file(const char *path, const char *content, size_t length, int mode) {
  int fd = open(path, O_CREAT | O_EXCL | O_WRONLY, mode);
  must(fd, path);
  if (write(fd, content, length) != (ssize_t)length) stop(path);
  close(fd);
}

static void make_socket(char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  char *name = strrchr(path, '/');
  *name++ = 0;
  if (strlen(name) >= sizeof address.sun_path) stop("a name too long for a socket");
  memcpy(address.sun_path, name, strlen(name));
  must(chdir(path), path);
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  must(fd, "socket");
  must(bind(fd, (struct sockaddr *)&address, sizeof address), name);
  close(fd);
  must(chdir("/"), "/");
}

static void change_owner(const char *path, uid_t uid, gid_t gid) {
  struct stat st;
  must(lstat(path, &st), path);
  must(lchown(path, uid, gid), path);
  if (!S_ISLNK(st.st_mode)) must(chmod(path, st.st_mode & 07777), path);
}

static void bind_mount(const char *from, char *to) {
  struct stat st;
  must(lstat(from, &st), from);
  parents(to, S_ISDIR(st.st_mode));
  if (!S_ISDIR(st.st_mode) && lstat(to, &st)) make_file(to, "", 0, 0644);
  must(mount(from, to, NULL, MS_BIND, NULL), to);
}

/* Waits for a task, while the world is made; one that died would never answer. */
static void await_task(int index) {
  struct slot *s = &slots[index];
  for (int i = 0; !posted(&s->done); i++) {
    futex_wait(&s->done, 0, 20000000);
    errno = ETIMEDOUT;
    if (i == 500) stop("a task gives no sign");
  }
  __atomic_store_n(&s->done, 0, __ATOMIC_RELAXED);
}

/* One command to a task, while the world is made. */
static void tell(int index, enum command command) {
  struct slot *s = &slots[index];
  s->command = command;
  post(&s->go);
  await_task(index);
  if (s->result < 0) {
    errno = (int)-s->result;
    stop("a task");
  }
}

/* A task that nobody but pid 1 has made: in a session of its own, as in the default world. */
static void first_task(int index) {
  long a[6] = {SIGCHLD, 0, 0, 0, 0, 0};
  long pid = raw(SYS_clone, a);
  must(pid, "clone");
  if (pid == 0) {
    int root = open("/", O_PATH);
    if (setsid() < 0 || root < 0 || dup2(root, WORLD_FD) < 0 || close_range(3, WORLD_FD - 1, 0) ||
        chdir("/..") || chroot("."))
      _exit(99);
    task(index);
  }
  await_task(index);
}

static void place_task(struct bytes *in) {
  int index = take8(in), fresh = take8(in), parent = (int8_t)take8(in);
  struct slot *s = &slots[index];
  if (fresh && parent < 0) first_task(index);
  if (fresh && parent >= 0) {
    slots[parent].child = index;
    tell(parent, FORK);
    await_task(index);
  }
  size_t length = 0;
  for (int i = 0; i < 2; i++) {
    size_t n;
    char *text = take_text(in, &n);
    if (length + n + 4 > ROOM) stop("a path too long");
    length += (size_t)sprintf(s->room + length, "%s%s", n ? "/.." : "", text) + 1;
    free(text);
  }
  int fds = take8(in);
  int change = s->room[0] || s->room[1] || fds;
  for (int i = 0; i < fds; i++) {
    int32_t fd = take32(in);
    char *path = world_path(in);
    if (length + strlen(path) + 5 > ROOM) stop("a path too long");
    memcpy(s->room + length, &fd, sizeof fd);
    length += sizeof fd;
    length += (size_t)sprintf(s->room + length, "%s", path) + 1;
    free(path);
  }
  s->child = (int32_t)length;
  if (change) tell(index, PLACE);
}

static void build(struct bytes *in) {
  int count = take32(in);
  for (int i = 0; i < count; i++) {
    enum op op = take8(in);
    if (op == TASK_) {
      place_task(in);
      continue;
    }
    if (op == CRED_) {
      int index = take8(in);
      for (int k = 0; k < 3; k++) slots[index].arguments[k] = take64(in);
      tell(index, BECOME);
      continue;
    }
    char *path = world_path(in), *other = NULL;
    size_t length;
    step = path;
    if (op != MODE_ && op != OWNER_) parents(path, op == DIR_ || op == MOUNT_);
    switch (op) {
      case DIR_:
        break;
      case FILE_:
        other = take_text(in, &length);
        make_file(path, other, length, 0644);
        break;
      case SYMLINK_:
        other = take_text(in, &length);
        must(symlink(other, path), path);
        break;
      case LINK_:
        other = world_path(in);
        must(linkat(AT_FDCWD, other, AT_FDCWD, path, 0), path);
        break;
      case FIFO_:
        must(mknod(path, S_IFIFO | 0644, 0), path);
        break;
      case SOCKET_:
        make_socket(path);
        break;
      case NODE_: {
        int block = take8(in), major = take32(in), minor = take32(in);
        if (block ? (major || minor) : (major != 1 && (major || minor))) stop("a device that is not harmless");
        must(mknod(path, (block ? S_IFBLK : S_IFCHR) | 0644, makedev(major, minor)), path);
        break;
      }
      case MODE_:
        must(chmod(path, (mode_t)take32(in)), path);
        break;
      case OWNER_: {
        uid_t uid = (uid_t)take32(in);
        gid_t gid = (gid_t)take32(in);
        change_owner(path, uid, gid);
        break;
      }
      case MOUNT_: {
        other = take_text(in, &length);
        unsigned long flags = (unsigned long)take64(in);
        must(mount("none", path, other, flags, NULL), path);
        keep_tree(path);
        break;
      }
      case BIND_:
        /* path is where it goes: the source is the other text */
        other = world_path(in);
        bind_mount(other, path);
        break;
      default:
        errno = EINVAL;
        stop("an unknown line");
    }
    free(path);
    free(other);
  }
}

enum { MOST_MOUNTS = 256 };

static char mountpoints[MOST_MOUNTS][PATH_MAX]; /* after keep_visible_trees */
static int mount_count;

/* Every tmpfs and procfs of which a path leads to the root; how many are left of which none does. */
static int keep_visible_trees(void) {
  int hidden = 0;
  mount_count = 0;
  read_own("thread-self/mountinfo", text, sizeof text);
  for (char *line = text, *next; (next = strchr(line, '\n')) && mount_count < MOST_MOUNTS; line = next + 1) {
    static char root[PATH_MAX];
    char *mountpoint = mountpoints[mount_count];
    unsigned major, minor;
    *next = 0;
    strcpy(mountpoint, "/..");
    if (sscanf(line, "%*d %*d %u:%u %4095s %4092s", &major, &minor, root, mountpoint + 3) != 4) continue;
    unescape(mountpoint);
    mount_count++;
    int kept = strstr(line, " - tmpfs ") || strstr(line, " - proc ");
    if (!kept || strcmp(root, "/") || is_known(makedev(major, minor))) continue;
    keep_tree(mountpoint);
    hidden += !is_known(makedev(major, minor));
  }
  return hidden;
}

/* What covers others is taken away, the last first, until all are seen. */
static void uncover(void) {
  for (int i = 0; i < MOST_MOUNTS && keep_visible_trees(); i++) {
    int k = mount_count - 1;
    while (k >= 0 && umount2(mountpoints[k], MNT_DETACH | UMOUNT_NOFOLLOW)) k--;
    if (k < 0) return;
  }
}

static struct stat away_from; /* the mount namespace that pid 1 is at home in */
static int home_root = -1, home = -1;

static void leave_home(void) {
  home_root = open("/", O_PATH | O_CLOEXEC);
  home = openat(OWN_PROC, "self/ns/mnt", O_RDONLY | O_CLOEXEC);
  must(home_root, "/");
  must(home, "the mount namespace");
  must(fstat(home, &away_from), "the mount namespace");
}

static void come_home(void) {
  must(setns(home, CLONE_NEWNS), "back to the mounts");
  must(fchdir(home_root), "back to the root");
  must(chroot("."), "back to the root");
  close(home);
  close(home_root);
}

/* Goes to each mount namespace that a task is in, other than pid 1's own, once: in the order of tasks. */
static void visit_others(void (*there)(void)) {
  ino_t seen[TASKS];
  int count = 0;
  if (!report->spread) return;
  leave_home();
  for (int i = 0; i < TASKS; i++) {
    char path[64];
    struct stat st;
    if (slots[i].pid <= 0) continue;
    snprintf(path, sizeof path, "%d/ns/mnt", slots[i].pid);
    int at = openat(OWN_PROC, path, O_RDONLY | O_CLOEXEC);
    int known = at < 0 || fstat(at, &st) || st.st_ino == away_from.st_ino;
    for (int k = 0; k < count && !known; k++) known = seen[k] == st.st_ino;
    if (!known) {
      seen[count++] = st.st_ino;
      must(setns(at, CLONE_NEWNS), "a mount namespace");
      there();
    }
    if (at >= 0) close(at);
  }
  come_home();
}

/* Where a tmpfs is covered, pid 1 goes into a copy of the namespace. */
static void keep_trees_there(void) {
  if (keep_visible_trees() == 0) return;
  must(unshare(CLONE_NEWNS), "a copy of the mounts");
  uncover();
}

static void keep_trees(void) {
  visit_others(keep_trees_there);
  if (keep_visible_trees() == 0) return;
  leave_home();
  keep_trees_there();
  come_home();
}

static void tell_bytes(const void *from, size_t length) {
  if (report->length + length > REPORT) {
    errno = ENOSPC;
    stop("a world too large to be looked at");
  }
  memcpy(report->bytes + report->length, from, length);
  report->length += length;
}

static void tell32(int32_t v) { tell_bytes(&v, sizeof v); }
static void tell64(int64_t v) { tell_bytes(&v, sizeof v); }

static void tell_text(const void *from, size_t length) {
  tell32((int32_t)length);
  tell_bytes(from, length);
}

static void tell_content(int at, const char *name, const struct stat *st) {
  ssize_t length = 0;
  if (S_ISLNK(st->st_mode)) length = readlinkat(at, name, text, sizeof text);
  if (S_ISREG(st->st_mode)) {
    int fd = openat(at, name, O_RDONLY | O_CLOEXEC);
    length = fd < 0 ? 0 : read(fd, text, sizeof text);
    if (fd >= 0) close(fd);
  }
  if (S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode))
    length = sprintf(text, "%u:%u", major(st->st_rdev), minor(st->st_rdev));
  tell_text(text, length < 0 ? 0 : (size_t)length);
}

static void tell_node(int at, const char *name);

static void tell_entries(int at, const char *name) {
  size_t where = report->length;
  int32_t count = 0;
  tell32(count);
  int fd = openat(at, *name ? name : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = fd < 0 ? NULL : fdopendir(fd);
  if (!directory) stop("a directory that cannot be read");
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    tell_text(entry->d_name, strlen(entry->d_name));
    tell_node(fd, entry->d_name);
    count++;
  }
  closedir(directory);
  memcpy(report->bytes + where, &count, sizeof count);
}

static void tell_node(int at, const char *name) {
  struct stat st;
  must(fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH), name);
  tell64((int64_t)st.st_ino);
  tell32((int32_t)st.st_mode);
  tell32((int32_t)st.st_uid);
  tell32((int32_t)st.st_gid);
  tell_content(at, name, &st);
  if (S_ISDIR(st.st_mode))
    tell_entries(at, name);
  else
    tell32(0);
}

/* The devices that this look has met, and whether they are instances of procfs. */
static struct {
  dev_t device;
  int is_proc;
} met[MOST_TREES];
static int met_count;

/* Whether what a magic link leads to lies in procfs; -1 when that cannot be told. */
static int lies_in_proc(const char *path, dev_t device) {
  struct statfs fs;
  for (int i = 0; i < met_count; i++)
    if (met[i].device == device) return met[i].is_proc;
  int at = openat(OWN_PROC, path, O_PATH | O_CLOEXEC);
  int told = at >= 0 && !fstatfs(at, &fs);
  if (at >= 0) close(at);
  if (!told) return -1;
  if (met_count < MOST_TREES) {
    met[met_count].device = device;
    met[met_count++].is_proc = fs.f_type == PROC_SUPER_MAGIC;
  }
  return fs.f_type == PROC_SUPER_MAGIC;
}

/* Device, inode and mount of what a magic link leads to; all -1 when it cannot be told. For the device of
   a procfs see struct proc. */
static void tell_place(const char *path, struct statx *st) {
  memset(st, 0, sizeof *st);
  int seen = !statx(OWN_PROC, path, 0, STATX_INO | STATX_MNT_ID, st);
  dev_t device = makedev(st->stx_dev_major, st->stx_dev_minor);
  int in_proc = seen ? lies_in_proc(path, device) : -1;
  if (in_proc < 0) {
    st->stx_ino = 0;
    for (int i = 0; i < 3; i++) tell64(-1);
    return;
  }
  const struct proc *kept = proc_of(device);
  tell64(!in_proc ? (int64_t)device : kept ? kept->shown : ANY_PROC);
  tell64((int64_t)st->stx_ino);
  tell64(st->stx_mask & STATX_MNT_ID ? (int64_t)st->stx_mnt_id : -1);
}

static int same(int pid, int other, int what, int fd, int other_fd) {
  return syscall(SYS_kcmp, pid, other, what, fd, other_fd) == 0;
}

static struct {
  int pid, fd;
  uint64_t inode;
} files[TASKS * 16];
static int file_count;

/* The first file looked at that is the same open file description. */
static int description(int pid, int fd, uint64_t inode) {
  for (int i = 0; i < file_count; i++)
    if (files[i].inode == inode && same(pid, files[i].pid, KCMP_FILE, fd, files[i].fd)) return i;
  if ((size_t)file_count == sizeof files / sizeof *files) return -1;
  files[file_count].pid = pid;
  files[file_count].fd = fd;
  files[file_count].inode = inode;
  return file_count++;
}

/* i32 descriptor, its place, i32 description, text fdinfo */
static void look_at_files(int pid) {
  char path[64], info[1024];
  size_t where = report->length;
  int32_t count = 0;
  tell32(count);
  snprintf(path, sizeof path, "%d/fd", pid);
  int fds = openat(OWN_PROC, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = fds < 0 ? NULL : fdopendir(fds);
  if (!directory) return;
  for (struct dirent *entry; (entry = readdir(directory));) {
    struct statx st;
    if (entry->d_name[0] == '.') continue;
    int fd = atoi(entry->d_name);
    tell32(fd);
    snprintf(path, sizeof path, "%d/fd/%d", pid, fd);
    tell_place(path, &st);
    tell32(description(pid, fd, st.stx_ino));
    snprintf(path, sizeof path, "%d/fdinfo/%d", pid, fd);
    size_t length = read_record(path, info, sizeof info);
    tell_text(info, length);
    count++;
  }
  closedir(directory);
  memcpy(report->bytes + where, &count, sizeof count);
}

/* u64 device, u64 inode of a namespace of a task; -1 twice when it cannot be told */
static int open_namespace(int pid, const char *type, struct stat *st) {
  char path[64];
  snprintf(path, sizeof path, "%d/ns/%s", pid, type);
  int at = openat(OWN_PROC, path, O_RDONLY | O_CLOEXEC);
  if (at >= 0 && fstat(at, st)) {
    close(at);
    at = -1;
  }
  tell64(at < 0 ? -1 : (int64_t)st->st_dev);
  tell64(at < 0 ? -1 : (int64_t)st->st_ino);
  return at;
}

/* u64 device, u64 inode of the UTS namespace, text host name, text domain name: pid 1 goes there to ask
   for them, and comes back. */
static void look_at_names(int pid) {
  struct utsname names;
  struct stat st, own;
  int there = open_namespace(pid, "uts", &st);
  int home = openat(OWN_PROC, "self/ns/uts", O_RDONLY | O_CLOEXEC);
  must(home, "the UTS namespace");
  must(fstat(home, &own), "the UTS namespace");
  int away = there >= 0 && (st.st_ino != own.st_ino || st.st_dev != own.st_dev);
  if (away) must(setns(there, CLONE_NEWUTS), "a UTS namespace");
  must(uname(&names), "uname");
  if (away) must(setns(home, CLONE_NEWUTS), "back to the UTS namespace");
  if (there >= 0) close(there);
  close(home);
  tell_text(names.nodename, there < 0 ? 0 : strlen(names.nodename));
  tell_text(names.domainname, there < 0 ? 0 : strlen(names.domainname));
}

/* u64 device, u64 inode of the mount namespace */
static void look_at_mount_namespace(int pid) {
  struct stat st;
  int at = open_namespace(pid, "mnt", &st);
  if (at >= 0) close(at);
}

static int first_with(int index, int what) {
  int first = index;
  for (int i = index - 1; i >= 0; i--)
    if (slots[i].pid > 0 && same(slots[index].pid, slots[i].pid, what, 0, 0)) first = i;
  return first;
}

/* i32 task, i32 the first task with its fs_struct, i32 the first with its files_struct, text status,
   places of root and cwd, its mount namespace, its names, files */
static void look_at_task(int index) {
  char path[64];
  struct statx st;
  int pid = slots[index].pid;
  tell32(index);
  tell32(first_with(index, KCMP_FS));
  tell32(first_with(index, KCMP_FILES));
  snprintf(path, sizeof path, "%d/status", pid);
  size_t length = read_record(path, text, sizeof text);
  tell_text(text, length);
  snprintf(path, sizeof path, "%d/root", pid);
  tell_place(path, &st);
  snprintf(path, sizeof path, "%d/cwd", pid);
  tell_place(path, &st);
  look_at_mount_namespace(pid);
  look_at_names(pid);
  look_at_files(pid);
}

/* i32 number of tasks that are there, zombies among them, each: i32 task, text status */
static void look_at_processes(void) {
  char path[64];
  size_t where = report->length;
  int32_t count = 0;
  tell32(count);
  for (int i = 0; i < TASKS; i++) {
    if (slots[i].pid <= 0 || slots[i].life == GONE) continue;
    snprintf(path, sizeof path, "%d/status", slots[i].pid);
    size_t length = read_own(path, text, sizeof text);
    if (length == 0) continue;
    tell32(i);
    tell_text(text, length);
    count++;
  }
  memcpy(report->bytes + where, &count, sizeof count);
}

/* u64 device, u64 what it shows (see struct proc), u32 number of entries that are numbers, each: i32 */
static void look_at_proc(const struct proc *p) {
  tell64((int64_t)p->device);
  tell64(p->shown);
  size_t where = report->length;
  int32_t count = 0;
  tell32(count);
  int fd = openat(p->at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = fd < 0 ? NULL : fdopendir(fd);
  if (!directory) stop("a procfs that cannot be read");
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    tell32(atoi(entry->d_name));
    count++;
  }
  closedir(directory);
  memcpy(report->bytes + where, &count, sizeof count);
}

static size_t mountinfo_length;

static void append_mountinfo(void) {
  size_t room = sizeof text - mountinfo_length;
  mountinfo_length += read_own("self/mountinfo", text + mountinfo_length, room);
}

static void look(void) {
  report->length = 0;
  file_count = 0;
  met_count = 0;
  mountinfo_length = 0;
  append_mountinfo();
  visit_others(append_mountinfo);
  tell_text(text, mountinfo_length);
  tell32(report->known);
  for (int i = 0; i < report->known; i++) {
    tell64((int64_t)report->devices[i]);
    tell_node(trees[i], "");
  }
  tell32(proc_count);
  for (int i = 0; i < proc_count; i++) look_at_proc(&procs[i]);
  size_t where = report->length;
  int32_t count = 0;
  tell32(count);
  for (int i = 0; i < TASKS; i++)
    if (is_alive(i)) {
      look_at_task(i);
      count++;
    }
  memcpy(report->bytes + where, &count, sizeof count);
  look_at_processes();
}

/* Waits for children that have ended, those that it got from others among them. */
static void reap(void) {
  int status, pid;
  while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
    for (int i = 0; i < TASKS; i++)
      if (slots[i].pid == pid) slots[i].status = status;
  }
}

static int scratch_mount(void) {
  static const char *const places[] = {"/tmp", "/mnt", "/proc"};
  for (int i = 0; i < 3; i++)
    if (!mount("none", places[i], "tmpfs", 0, "mode=0755") && !chdir(places[i])) return 0;
  return -1;
}

static void enter_tmpfs(void) {
  must(mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL), "private mounts");
  must(scratch_mount(), "tmpfs");
  must(mkdir("proc", 0755), "proc");
  must(mount("none", "proc", "proc", 0, NULL), "proc");
  must(syscall(SYS_pivot_root, ".", "."), "pivot_root");
  must(umount2(".", MNT_DETACH), "the old root");
  must(chdir("/"), "/");
  must(mkdir("/dev", 0755), "/dev");
  must(mkdir("/sys", 0755), "/sys");
}

static void require_own_namespaces(void) {
  struct stat st;
  must(stat("/proc/self/ns/pid", &st), "/proc");
  errno = EPERM;
  if (getpid() != 1 || st.st_ino == INITIAL_PID_NAMESPACE) stop("this is the initial PID namespace");
}

static void standard_descriptors(void) {
  int fd = open("/dev/null", O_RDWR);
  must(fd, "/dev/null");
  for (int i = 0; i < 3; i++) must(dup2(fd, i), "/dev/null");
  must(close_range(3, ~0U, 0), "close_range");
}

/* The names of the default world. */
static void name_world(void) {
  must(sethostname("host", 4), "the host name");
  must(setdomainname("(none)", 6), "the domain name");
}

static void as_root(void) {
  if (syscall(SYS_setresgid, 0, 0, 0) || syscall(SYS_setresuid, 0, 0, 0)) stop("to become root");
  if (syscall(SYS_setgroups, 0, NULL) && errno != EPERM) stop("setgroups");
  must(prctl(PR_SET_DUMPABLE, 1), "dumpable");
}

static _Noreturn void init(struct bytes in) {
  struct pollfd gone = {alive[0], 0, 0};
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  close(alive[1]);
  if (poll(&gone, 1, 0) != 0) _exit(0);
  await(&slots[INIT].go); /* the id maps are written */
  as_root();
  if (prctl(PR_SET_PDEATHSIG, SIGKILL)) stop("a signal at the dispatcher's end");
  if (poll(&gone, 1, 0) != 0) _exit(0);
  if (setsid() < 0) stop("setsid");
  umask(022);
  standard_descriptors();
  enter_tmpfs();
  require_own_namespaces();
  name_world();
  int proc = (int)syscall(SYS_open_tree, AT_FDCWD, "/proc", 1 /* OPEN_TREE_CLONE */);
  if (proc != OWN_PROC) stop("open_tree");
  post(&slots[INIT].done); /* the dispatcher takes /proc */
  await(&slots[INIT].go);
  keep_tree("/");
  struct stat st;
  must(fstat(OWN_PROC, &st), "/proc");
  keep_proc(OWN_PROC, st.st_dev);
  build(&in);
  for (;;) {
    slots[INIT].result = 0;
    post(&slots[INIT].done);
    await(&slots[INIT].go);
    if (slots[INIT].command == KEEP_TREES) keep_trees();
    if (slots[INIT].command == LOOK) look();
    if (slots[INIT].command == REAP) reap();
  }
}

/* ---- the dispatcher ---- */

static pid_t world = -1; /* pid 1, by its number here */
static int proc = -1;    /* the world's own procfs, in a mount of its own */

static pid_t parent;

/* Whether who started this is on its way out: freeing a large memory takes longer than a second,
   and its end of the pipe is closed only then. man 5 proc_pid_stat: flags, PF_EXITING is 4. */
static int parent_exits(void) {
  char path[64], stat[1024], *end;
  unsigned flags = 0;
  snprintf(path, sizeof path, "/proc/%d/stat", parent);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 1;
  ssize_t n = read(fd, stat, sizeof stat - 1);
  close(fd);
  stat[n < 0 ? 0 : n] = 0;
  end = strrchr(stat, ')');
  return !end || sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %u", &flags) != 1 || (flags & 4);
}

static int stdin_closed(void) {
  struct pollfd in = {0, 0, 0};
  return (poll(&in, 1, 0) > 0 && (in.revents & (POLLHUP | POLLERR))) || parent_exits();
}

/* Waits for a request; 0 when there will be none. */
static int requested(void) {
  struct pollfd in = {0, POLLIN, 0};
  for (int n = 0; n <= 0;) {
    n = poll(&in, 1, 200);
    if (n == 0 && parent_exits()) return 0;
    if (n < 0 && errno != EINTR) return 0;
  }
  return 1;
}

static void kill_world(void) {
  if (proc >= 0) close(proc);
  proc = -1;
  if (world > 0) kill(world, SIGKILL);
}

/* An init may wait for itself, for ever: when it is in a group that a dead member of its PID namespace
   has led. Such a world is left behind, and said. */
static void end_world(void) {
  kill_world();
  for (int i = 0; world > 0 && waitpid(world, NULL, WNOHANG) == 0; i++) {
    if (i == 30000) {
      fprintf(stderr, "wt-exec: a world does not end\n");
      _exit(70);
    }
    if (i > 20) usleep(i > 1000 ? 1000 : 50);
    else sched_yield();
  }
  world = -1;
}

static void leave_when_unwatched(void) {
  if (stdin_closed()) {
    end_world();
    _exit(0);
  }
}

/* Waits for pid 1's word; 0 when it died first. */
static int init_done(void) {
  struct slot *s = &slots[INIT];
  while (!posted(&s->done)) {
    futex_wait(&s->done, 0, 20000000);
    if (posted(&s->done)) break;
    leave_when_unwatched();
    if (waitpid(world, NULL, WNOHANG) == world) {
      world = -1;
      fault = 1;
      fail("pid 1 of the world died");
      return 0;
    }
  }
  __atomic_store_n(&s->done, 0, __ATOMIC_RELAXED);
  if (s->result < 0) fail("%.400s", s->room);
  return s->result >= 0;
}

static int write_file(const char *name, const char *text) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", world, name);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t n = write(fd, text, strlen(text));
  close(fd);
  return n == (ssize_t)strlen(text);
}

static int map_ids(void) {
  char users[64], groups[64];
  if (strcmp(privilege, "root") == 0) return 1;
  int wide = strcmp(privilege, "wide") == 0;
  snprintf(users, sizeof users, "0 %u %u", wide ? 0 : geteuid(), wide ? UINT_MAX : 1);
  snprintf(groups, sizeof groups, "0 %u %u", wide ? 0 : getegid(), wide ? UINT_MAX : 1);
  if (geteuid() != 0 && !write_file("setgroups", "deny")) return 0;
  return write_file("uid_map", users) && write_file("gid_map", groups);
}

static long world_flags(void) {
  long flags = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP | SIGCHLD | network;
  return strcmp(privilege, "root") == 0 ? flags : flags | CLONE_NEWUSER;
}

static int stopped[SLOTS]; /* tasks that a signal has stopped */

/* The inits of PID namespaces that only make the world lie deeper; the innermost makes its pid 1. */
static _Noreturn void stand_above(int more, long flags, struct bytes ops) {
  long pid = 0;
  for (; pid == 0; more--) {
    long a[6] = {more > 0 ? CLONE_NEWPID | SIGCHLD : flags, 0, 0, 0, 0, 0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (stdin_closed()) _exit(0);
    pid = raw(SYS_clone, a);
    if (pid == 0 && more == 0) init(ops);
  }
  while (pid > 0 && waitpid((pid_t)pid, NULL, 0) < 0 && errno == EINTR) continue;
  _exit(0);
}

/* The only child of a process. */
static pid_t only_child(pid_t pid) {
  char path[64], text[64];
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
  if (fd >= 0) close(fd);
  text[n < 0 ? 0 : n] = 0;
  return atoi(text);
}

static int start_world(struct bytes ops) {
  long flags = world_flags();
  int above = take8(&ops);
  report->spread = report->known = 0;
  for (int i = 0; i < SLOTS; i++) {
    slots[i].go = slots[i].done = 0;
    slots[i].pid = 0;
    slots[i].result = 0;
    slots[i].status = -1;
    slots[i].life = ALIVE;
    slots[i].ran = slots[i].told = 0;
    slots[i].namespaces[0] = 0;
    stopped[i] = 0;
    if (slots[i].status_fd) close(slots[i].status_fd);
    slots[i].status_fd = 0;
    slots[i].retries = 0;
  }
  long a[6] = {above > 0 ? CLONE_NEWPID | SIGCHLD : flags, 0, 0, 0, 0, 0};
  long pid = raw(SYS_clone, a);
  if (pid == 0 && above > 0) stand_above(above - 1, flags, ops);
  if (pid == 0) init(ops);
  if (pid < 0) {
    fail("no new namespaces: %s", strerror((int)-pid));
    return 0;
  }
  world = (pid_t)pid;
  if (!map_ids()) {
    fail("ids cannot be mapped: %s", strerror(errno));
    return 0;
  }
  post(&slots[INIT].go);
  if (!init_done()) return 0;
  char path[64];
  pid_t first = world;
  for (int i = 0; i < above; i++) first = only_child(first);
  snprintf(path, sizeof path, "/proc/%d/fd/3", first);
  proc = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (proc < 0) {
    fail("the world's /proc cannot be opened: %s", strerror(errno));
    return 0;
  }
  post(&slots[INIT].go);
  return init_done();
}

struct move {
  int task, kind, look, special, out, at, retry;
  int32_t child;
};

static int waiting[TASKS]; /* tasks that are in a call */
static struct move pending[TASKS];

static ssize_t proc_read(int pid, const char *what, char *to, size_t room) {
  char path[64];
  snprintf(path, sizeof path, "%d/%s", pid, what);
  int fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  ssize_t n = read(fd, to, room - 1);
  close(fd);
  if (n >= 0) to[n] = 0;
  return n;
}

static char state_of(int index) {
  char text[1024], *end;
  if (proc_read(slots[index].pid, "stat", text, sizeof text) <= 0) return 'X';
  end = strrchr(text, ')');
  return end && end[1] ? end[2] : 'X';
}

/* How often a sleeping task has been switched; -1 when it does not sleep. */
static long sleeps(int index) {
  char text[4096], *at;
  if (proc_read(slots[index].pid, "status", text, sizeof text) <= 0) return -1;
  at = strstr(text, "\nState:\t");
  if (!at || at[8] != 'S') return -1;
  at = strstr(text, "\nvoluntary_ctxt_switches:\t");
  return at ? strtol(at + 26, NULL, 10) : -1;
}

static int is_gone(int index) {
  char state = state_of(index);
  return state == 'Z' || state == 'X';
}

/* 1: the answer is there; 0: it sleeps in the call; 2: it is stopped; -1: it is gone. */
static int answered(int index) {
  struct slot *s = &slots[index];
  long before = -1;
  for (int i = 0;; i++) {
    if (posted(&s->done)) return 1;
    futex_wait(&s->done, 0, i < 1 ? 2000000 : 500000);
    if (posted(&s->done)) return 1;
    leave_when_unwatched();
    if (is_gone(index)) return -1;
    if (state_of(index) == 'T') return 2;
    long now = sleeps(index);
    if (now >= 0 && now == before && !posted(&s->done)) return 0;
    before = now;
  }
}

/* Asks pid 1; 0 when it is gone. */
static int ask_init(enum command command) {
  slots[INIT].command = command;
  post(&slots[INIT].go);
  return init_done();
}

static void give_look(void) {
  if (ask_init(LOOK)) give(report->bytes, report->length);
}

/* A new file system may be there: whoever covers it later, its tree is known. */
static int mounts_new(const struct slot *s) {
  unsigned long others = MS_BIND | MS_REMOUNT | MS_MOVE | MS_SHARED | MS_PRIVATE | MS_SLAVE | MS_UNBINDABLE;
  return s->number == SYS_mount && s->result == 0 && !((unsigned long)s->arguments[3] & others);
}

/* The task, or its child, may be in another mount namespace now. */
static int moves_namespace(const struct slot *s) {
  int made = (s->number == SYS_clone || s->number == SYS_unshare) && (s->arguments[0] & CLONE_NEWNS);
  return s->result >= 0 && (made || s->number == SYS_setns);
}

static void give_link(int index, int fd) {
  char path[64], text[2 * PATH_MAX];
  snprintf(path, sizeof path, "%d/fd/%d", slots[index].pid, fd);
  ssize_t n = readlinkat(proc, path, text, sizeof text);
  give_bytes(text, n < 0 ? 0 : (size_t)n);
}

static void give_status(const struct stat *st) {
  char identity[64];
  snprintf(identity, sizeof identity, "%lx:%lu", (unsigned long)st->st_dev, (unsigned long)st->st_ino);
  give_text(identity);
  give32((int32_t)st->st_mode);
  give32((int32_t)st->st_uid);
  give32((int32_t)st->st_gid);
  give64(st->st_size);
}

static void give_message(int index) {
  struct slot *s = &slots[index];
  struct msghdr *header = (struct msghdr *)s->arguments[1];
  give_bytes(header->msg_iov->iov_base, (size_t)s->result);
  int fds[256], count = 0;
  for (struct cmsghdr *c = CMSG_FIRSTHDR(header); c; c = CMSG_NXTHDR(header, c)) {
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
    int n = (int)((c->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    for (int i = 0; i < n && count < 256; i++) memcpy(&fds[count++], CMSG_DATA(c) + i * (int)sizeof(int), sizeof(int));
  }
  give32(count);
  for (int i = 0; i < count; i++) {
    give32(fds[i]);
    give_link(index, fds[i]);
  }
}

static void give_result(const struct move *m) {
  struct slot *s = &slots[m->task];
  if (s->result < 0 && s->result >= -4095) {
    give8(FAILED);
    give32((int32_t)-s->result);
    return;
  }
  give8(RETURNED);
  give64(s->result);
  enum out out = m->out == WAITED && s->result == 0 ? NOTHING : (enum out)m->out;
  give8((uint8_t)out);
  switch (out) {
    case NOTHING:
      break;
    case OBJECT:
      give_link(m->task, (int)s->result);
      break;
    case BYTES:
      give_bytes((char *)s->arguments[m->at], (size_t)s->result);
      break;
    case STATUS:
      give_status((struct stat *)s->arguments[m->at]);
      break;
    case PAIR:
      give((void *)s->arguments[m->at], 2 * sizeof(int));
      break;
    case MESSAGE:
      give_message(m->task);
      break;
    case NAMES: {
      struct utsname *names = (struct utsname *)s->arguments[m->at];
      give_text(names->nodename);
      give_text(names->domainname);
      break;
    }
    case WAITED:
      give((void *)s->arguments[m->at], sizeof(int32_t));
      break;
  }
}

/* ---- coming to rest ---- */

/* A task among others, man 5 proc_pid_status. */
struct seen {
  char state;
  int exiting, parent;
  long switches;
  unsigned long deliverable;
};

static unsigned long field(const char *text, const char *name, int base) {
  const char *at = strstr(text, name);
  return at ? strtoul(at + strlen(name), NULL, base) : 0;
}

/* Of tasks that are there: group, session and parent by their numbers in the world, and the state. */
static int groups[TASKS], sessions[TASKS], parents_of[TASKS];
static char states[TASKS];

/* 0 when it is not there any more. */
static int see(int index, struct seen *seen) {
  struct slot *s = &slots[index];
  static char text[8192];
  if (!s->status_fd) {
    char path[64];
    snprintf(path, sizeof path, "%d/status", s->pid);
    int fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    s->status_fd = fd;
  }
  ssize_t n = pread(s->status_fd, text, sizeof text - 1, 0);
  if (n <= 0) return 0;
  text[n] = 0;
  char *state = strstr(text, "\nState:\t");
  seen->state = state ? state[8] : 'X';
  seen->exiting = !strstr(text, "\nVmSize:");
  seen->parent = (int)field(text, "\nPPid:\t", 10);
  seen->switches = (long)(field(text, "\nvoluntary_ctxt_switches:\t", 10) +
                          field(text, "\nnonvoluntary_ctxt_switches:\t", 10));
  unsigned long pending = field(text, "\nSigPnd:\t", 16) | field(text, "\nShdPnd:\t", 16);
  seen->deliverable = pending & ~field(text, "\nSigBlk:\t", 16);
  parents_of[index] = seen->parent;
  states[index] = seen->state;
  groups[index] = (int)field(text, "\nNSpgid:\t", 10);
  sessions[index] = (int)field(text, "\nNSsid:\t", 10);
  return seen->state != 'X';
}

static int is_in(int index, ino_t namespace) {
  for (int k = 0; slots[index].namespaces[k]; k++)
    if (slots[index].namespaces[k] == namespace) return 1;
  return 0;
}

/* Whether a number in the PID namespace of an init is in use: by somebody there or below, or because a
   group or session is named by one who was. */
static int has_members(int init) {
  ino_t own = slots[init].namespaces[0];
  for (int i = 0; i < TASKS; i++) {
    if (i == init || slots[i].pid <= 0 || !is_in(i, own)) continue;
    if (slots[i].life != GONE) return 1;
    for (int k = 0; k < TASKS; k++)
      if (slots[k].pid > 0 && slots[k].life != GONE && (groups[k] == slots[i].pid || sessions[k] == slots[i].pid))
        return 1;
  }
  return 0;
}

/* Whether a zombie waits for its parent: an init on its way out takes such first (kernel_wait4 in
   zap_pid_ns_processes); until then it only looks as if it slept. */
static int has_zombies(int init) {
  for (int i = 0; i < TASKS; i++)
    if (slots[i].pid > 0 && slots[i].life == ENDED && states[i] == 'Z' && parents_of[i] == slots[init].pid) return 1;
  return 0;
}

/* An init on its way out sleeps until the members of its PID namespace are gone. */
static int is_at_rest(int index, const struct seen *seen) {
  switch (seen->state) {
    case 'S': return seen->exiting ? has_members(index) && !has_zombies(index) : seen->deliverable == 0;
    case 'T': return 1;
    case 'Z': return seen->parent != 1;
    default: return 0;
  }
}

static int ended[TASKS]; /* tasks that ended since the last move */

static void note_life(int index, enum life life) {
  if (slots[index].life == ALIVE) {
    ended[index] = 1;
    waiting[index] = 0;
  }
  slots[index].life = (int32_t)life;
  stopped[index] = 0;
}

/* Until every task sleeps, is stopped or has ended, nothing is left to be delivered, and no task has run
   between two looks at all of them. */
static void settle(void) {
  long before[TASKS] = {0};
  for (int round = 0;; round++) {
    int rest = 1, same = round > 0, orphans = 0;
    for (int i = 0; i < TASKS; i++) {
      struct seen seen;
      if (slots[i].pid <= 0 || slots[i].life == GONE) continue;
      if (!see(i, &seen)) {
        note_life(i, GONE);
        same = 0;
        continue;
      }
      if (seen.state == 'Z' || (seen.state == 'S' && seen.exiting)) note_life(i, ENDED);
      orphans |= seen.state == 'Z' && seen.parent == 1;
      stopped[i] = seen.state == 'T';
      rest &= is_at_rest(i, &seen);
      same &= before[i] == seen.switches + 1;
      before[i] = seen.switches + 1;
    }
    if (orphans && !ask_init(REAP)) return;
    if (rest && same) return;
    if (rest) continue;
    leave_when_unwatched();
    if (round < 4)
      sched_yield();
    else
      usleep(20);
    if (round == 10000) {
      fault = 1;
      char states[16 * TASKS] = "";
      for (int i = 0; i < TASKS; i++) {
        struct seen seen;
        if (slots[i].pid > 0 && slots[i].life != GONE && see(i, &seen))
          sprintf(states + strlen(states), " %c:%c%s%lx", 'A' + i, seen.state, seen.exiting ? "-" : "+", seen.deliverable);
      }
      fail("the world does not come to rest:%s", states);
      return;
    }
  }
}

/* How a task that is gone has ended, by pid 1 or by what its parent has not waited for; else -1. */
static int exit_code(int index) {
  char text[1024];
  if (slots[index].status >= 0) return slots[index].status;
  if (proc_read(slots[index].pid, "stat", text, sizeof text) <= 0) return -1;
  char *last = strrchr(text, ' ');
  return last ? atoi(last + 1) : -1;
}

/* As strace has it. */
static const char *abbreviation(int signal) {
  const char *name = signal == SIGIO ? "IO" : sigabbrev_np(signal);
  return name ? name : "?";
}

static void give_how(int index) {
  char how[64];
  int code = exit_code(index);
  if (code < 0)
    snprintf(how, sizeof how, "ended, and nobody knows how");
  else if (WIFSIGNALED(code))
    snprintf(how, sizeof how, "killed by SIG%s", abbreviation(WTERMSIG(code)));
  else
    snprintf(how, sizeof how, "exited with %d", WEXITSTATUS(code));
  give_text(how);
}

/* u32 number, each: u8 task, u32 signal, i32 si_pid, i32 si_uid; or u8 task, u32 0, text how it ended */
static void give_events(void) {
  size_t where = response.length;
  int32_t count = 0;
  give32(count);
  for (int i = 0; i < TASKS; i++) {
    struct slot *s = &slots[i];
    for (; s->told < s->ran; s->told++) {
      struct ran *ran = &s->handlers[s->told < MOST_RAN ? s->told : MOST_RAN - 1];
      give8((uint8_t)i);
      give32(ran->signal);
      give32(ran->pid);
      give32(ran->uid);
      count++;
    }
    if (ended[i]) {
      ended[i] = 0;
      give8((uint8_t)i);
      give32(0);
      give_how(i);
      count++;
    }
  }
  memcpy(response.data + where, &count, sizeof count);
}

static void not_taken(const char *reason) {
  give8(NOT_TAKEN);
  give_text(reason);
}

/* Waits for a new task's first sign; it may be killed before it gives one. */
static int child_began(int index) {
  struct slot *s = &slots[index];
  for (int i = 0; !posted(&s->done); i++) {
    futex_wait(&s->done, 0, 20000000);
    leave_when_unwatched();
    if (i == 500) {
      fault = 1;
      fail("a new task does not come to life");
      return 0;
    }
  }
  __atomic_store_n(&s->done, 0, __ATOMIC_RELAXED);
  return 1;
}

/* From a task's own PID namespace up to the one below the world's. */
static void note_namespaces(int index) {
  char path[64];
  struct stat st, own;
  int count = 0;
  snprintf(path, sizeof path, "%d/ns/pid", slots[index].pid);
  int at = openat(proc, path, O_RDONLY | O_CLOEXEC), up;
  if (fstatat(proc, "1/ns/pid", &own, 0)) own.st_ino = 0;
  while (at >= 0 && fstat(at, &st) == 0 && st.st_ino != own.st_ino && count + 1 < MOST_LEVELS) {
    slots[index].namespaces[count++] = st.st_ino;
    up = ioctl(at, NS_GET_PARENT);
    close(at);
    at = up;
  }
  if (at >= 0) close(at);
  slots[index].namespaces[count] = 0;
}

/* The number of a new task in the world's PID namespace: numbers only grow, also for those in vain. */
static void number_child(int index) {
  int last = 1;
  char name[16];
  for (int i = 0; i < TASKS; i++)
    if (i != index && slots[i].pid > last) last = slots[i].pid;
  for (int pid = last + 1; pid < last + 1000; pid++) {
    snprintf(name, sizeof name, "%d", pid);
    if (faccessat(proc, name, F_OK, 0) == 0) {
      slots[index].pid = pid;
      note_namespaces(index);
      return;
    }
  }
}

static void finish(const struct move *m) {
  struct slot *s = &slots[m->task];
  int state = answered(m->task);
  if (state < 0 || state == 2 || m->special == MOVES_OTHERS || m->special == EXIT) settle();
  if (why[0]) return;
  if (s->life != ALIVE) {
    ended[m->task] = 0;
    give8(DIED);
    give_how(m->task);
  } else if (state == 0 || stopped[m->task]) {
    waiting[m->task] = 1;
    pending[m->task] = *m;
    give8(BLOCKS);
  } else {
    __atomic_store_n(&s->done, 0, __ATOMIC_RELAXED);
    if (m->special == CLONE && s->result > 0 && !child_began(m->child)) return;
    if (m->special == CLONE && s->result > 0) number_child(m->child);
    give_result(m);
    if (moves_namespace(s)) report->spread = 1;
    if (mounts_new(s)) ask_init(KEEP_TREES);
  }
}

static void resume(int index) {
  if (index >= TASKS || !waiting[index]) {
    not_taken("it is in no call");
    return;
  }
  waiting[index] = 0;
  finish(&pending[index]);
}

/* "All" capabilities are those that this machine lets root have. A user namespace begins with all that
   the kernel knows, whatever its maker has. */
static void within_bounding_set(struct __user_cap_data_struct *data) {
  int least = strcmp(privilege, "root") == 0 ? 1 : 0;
  for (int cap = 0; cap < 64; cap++) {
    if (prctl(PR_CAPBSET_READ, cap) >= least) continue;
    struct __user_cap_data_struct *d = &data[cap / 32];
    uint32_t others = ~(1U << (cap % 32));
    d->effective &= others;
    d->permitted &= others;
    d->inheritable &= others;
  }
}

/* Puts arguments into a task's slot: each is a number, or u8 1 and bytes, u8 2 and room, u8 3 null. */
static void read_arguments(struct bytes *in, struct slot *s) {
  size_t used = 0;
  int count = take8(in);
  for (int i = 0; i < 6; i++) s->arguments[i] = 0;
  for (int i = 0; i < count && i < 6; i++) {
    int sort = take8(in);
    if (sort == 0) {
      s->arguments[i] = take64(in);
      continue;
    }
    size_t length = 0;
    char *text = sort == 1 ? take_text(in, &length) : NULL;
    if (sort == 2) length = (size_t)take64(in);
    if (used + length + 64 > ROOM) {
      fail("arguments of more than %d bytes", ROOM);
      free(text);
      return;
    }
    if (text) memcpy(s->room + used, text, length + 1);
    free(text);
    s->arguments[i] = (long)(s->room + used);
    used = (used + length + 64) & ~(size_t)63;
  }
  if (s->special == CAPSET) within_bounding_set((struct __user_cap_data_struct *)s->arguments[1]);
  if (s->special != SENDMSG && s->special != RECVMSG) return;
  /* arguments: descriptor, data, descriptors to pass or room for them, length of the data, of these */
  struct msghdr *header = (struct msghdr *)(s->room + used);
  struct iovec *vector = (struct iovec *)(header + 1);
  if (used + sizeof *header + sizeof *vector > ROOM) {
    fail("a message too long");
    return;
  }
  memset(header, 0, sizeof *header);
  vector->iov_base = (void *)s->arguments[1];
  vector->iov_len = (size_t)s->arguments[3];
  header->msg_iov = vector;
  header->msg_iovlen = 1;
  header->msg_control = s->arguments[4] ? (void *)s->arguments[2] : NULL;
  header->msg_controllen = (size_t)s->arguments[4];
  s->arguments[1] = (long)header;
  s->arguments[2] = s->special == SENDMSG ? MSG_NOSIGNAL : 0;
  s->arguments[3] = s->arguments[4] = 0;
}

static void skip_arguments(struct bytes *in) {
  static struct slot unused;
  unused.special = PLAIN;
  read_arguments(in, &unused);
}

/* Takes a move; whether the world is to be looked at after it. */
static int take_move(struct bytes *in) {
  struct move m;
  m.task = take8(in);
  m.kind = take8(in);
  m.look = take8(in);
  m.child = take8(in);
  int number = take8(in);
  m.special = take8(in);
  m.out = take8(in);
  m.at = take8(in);
  if (m.task >= TASKS || m.child >= TASKS || (size_t)number >= sizeof numbers / sizeof *numbers || m.at > 5) {
    fprintf(stderr, "wt-exec: a move that cannot be\n");
    _exit(70);
  }
  int known = is_alive(m.task);
  int names = take8(in);
  give8((uint8_t)names);
  for (int i = 0; i < names; i++) {
    int fd = take32(in);
    give32(fd);
    if (known)
      give_link(m.task, fd);
    else
      give_text("");
  }
  if (m.kind == END) {
    skip_arguments(in);
    if (known)
      resume(m.task);
    else
      not_taken("there is no such task, or it is dead");
    return m.look;
  }
  if (!known || waiting[m.task] || stopped[m.task]) {
    skip_arguments(in);
    not_taken(!known ? "there is no such task, or it is dead"
              : stopped[m.task] ? "it is stopped"
                                : "it is in another call");
    return m.look;
  }
  struct slot *s = &slots[m.task];
  s->special = (uint32_t)m.special;
  read_arguments(in, s);
  if (why[0]) return 0;
  s->command = CALL;
  s->child = m.child;
  s->number = numbers[number];
  if (m.special == CLONE && slots[m.child].pid > 0) {
    not_taken("the new task's name is taken");
    return m.look;
  }
  post(&s->go);
  finish(&m);
  return m.look;
}

static void give_retries(void) {
  int32_t retries = 0;
  for (int i = 0; i < TASKS; i++) retries += slots[i].retries;
  give32(retries);
}

static cpu_set_t everywhere; /* the processors that may be used */

/* A world stays on one processor: handing over to a task there costs a fraction of waking another. */
static void stay_here(void) {
  cpu_set_t here;
  int cpu = sched_getcpu();
  if (cpu < 0) return;
  CPU_ZERO(&here);
  CPU_SET((size_t)cpu, &here);
  sched_setaffinity(0, sizeof here, &here);
}

static void run(struct bytes in) {
  struct bytes ops;
  ops = in;
  in.at += 4 + (uint32_t)take32(&ops);
  if (in.at > in.end) {
    fprintf(stderr, "wt-exec: a message ends too early\n");
    _exit(70);
  }
  ops.end = in.at;
  why[0] = 0;
  fault = 0;
  response.length = 0;
  memset(waiting, 0, sizeof waiting);
  stay_here();
  give32(0);
  give8(1);
  if (start_world(ops)) {
    if (take8(&in)) give_look();
    int moves = take32(&in);
    for (int i = 0; i < moves && !why[0]; i++) {
      int looks = take_move(&in);
      if (why[0]) break;
      give_events();
      if (looks) give_look();
    }
    give_retries();
  }
  kill_world();
  if (why[0]) {
    response.length = 4;
    give8(fault ? 2 : 0);
    give_text(why);
  }
  uint32_t length = (uint32_t)(response.length - 4);
  memcpy(response.data, &length, sizeof length);
  write_all(1, response.data, response.length);
  end_world(); /* who asked thinks about the answer meanwhile */
  sched_setaffinity(0, sizeof everywhere, &everywhere);
}

/* ---- bare runs: the yardstick for all the rest ---- */

static long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

/* A task of a bare world: calls of the same kind as those of runs, nobody looks at the answers. */
static _Noreturn void bare_task(int calls) {
  struct stat st;
  char to[64];
  int fd = -1;
  if (setsid() < 0) _exit(1);
  for (int i = 0; i < calls; i++) {
    switch (i % 8) {
      case 0: fd = open("/a/../b/l/f", O_RDONLY); break;
      case 1: (void)!read(fd, to, sizeof to); break;
      case 2: (void)!mkdir("/a/d/n", 0755); break;
      case 3: (void)!rename("/a/d/n", "/b/n"); break;
      case 4: (void)!stat("/c/f", &st); break;
      case 5: (void)!readlink("/b/l", to, sizeof to); break;
      case 6: (void)!chdir("/a/d/.."); break;
      case 7: (void)!symlink("../f", "/b/d/l"); break;
    }
  }
  _exit(0);
}

/* A world as random ones are in the mean: nine entries, two mounts, two tasks. */
static _Noreturn void bare_world(int calls) {
  static const char *const directories[] = {"/a", "/b", "/c", "/a/d", "/b/d"};
  int status;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  await(&slots[INIT].go); /* the id maps are written */
  if (setsid() < 0 || stdin_closed()) _exit(1);
  umask(022);
  standard_descriptors();
  enter_tmpfs();
  for (int i = 0; i < 5; i++) must(mkdir(directories[i], 0755), directories[i]);
  make_file("/a/f", "text", 4, 0644);
  make_file("/b/f", "text", 4, 0644);
  must(symlink("../a", "/b/l"), "/b/l");
  must(mknod("/a/p", S_IFIFO | 0644, 0), "/a/p");
  must(mount("/a", "/c", NULL, MS_BIND, NULL), "/c");
  must(mount("none", "/b/d", "tmpfs", 0, NULL), "/b/d");
  for (int i = 0; i < 2; i++) {
    pid_t pid = fork();
    must(pid, "fork");
    if (pid == 0) bare_task(i == 0 ? calls - calls / 2 : calls / 2);
    if (waitpid(pid, &status, 0) != pid || status != 0) _exit(1);
  }
  _exit(0);
}

static int bare(long runs, int calls) {
  long start = nanoseconds(), flags = world_flags();
  for (long i = 0; i < runs; i++) {
    long a[6] = {flags, 0, 0, 0, 0, 0};
    int status;
    slots[INIT].go = 0;
    long pid = raw(SYS_clone, a);
    if (pid == 0) bare_world(calls);
    if (pid < 0) die("no new namespaces");
    world = (pid_t)pid;
    if (!map_ids()) die("ids cannot be mapped");
    post(&slots[INIT].go);
    if (waitpid(world, &status, 0) != world || status != 0) {
      fprintf(stderr, "wt-exec: a bare world fails: %s\n", slots[INIT].room);
      return 70;
    }
    if (stdin_closed()) return 0;
  }
  printf("%ld\n", nanoseconds() - start);
  return 0;
}

static int usage(void) {
  fprintf(stderr, "usage: wt-exec root|wide|single [net] [RUNS CALLS]\n");
  return 2;
}

/* Nothing of what the parent does with signals; and no core is ever dumped. */
static void plain_signals(void) {
  struct rlimit no_core = {1, 1};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  long plain[4] = {0, 0, 0, 0}; /* the C library keeps some signals to itself */
  for (int i = 1; i <= 64; i++) syscall(SYS_rt_sigaction, i, plain, NULL, 8);
  if (setrlimit(RLIMIT_CORE, &no_core)) die("no core files");
}

int main(int argc, char **argv) {
  if (argc < 2 || (strcmp(argv[1], "root") && strcmp(argv[1], "wide") && strcmp(argv[1], "single"))) return usage();
  privilege = argv[1];
  char **rest = argv + 2;
  if (argc > 2 && strcmp(argv[2], "net") == 0) {
    network = CLONE_NEWNET;
    rest++;
  }
  int left = argc - (int)(rest - argv);
  if (left != 0 && left != 2) return usage();
  parent = getppid();
  plain_signals();
  if (sched_getaffinity(0, sizeof everywhere, &everywhere)) die("processors");
  setsid();
  if (chdir("/") || close_range(3, ~0U, 0) || pipe2(alive, O_CLOEXEC)) die("to start");
  slots = mmap(NULL, SLOTS * sizeof *slots, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (slots == MAP_FAILED || report == MAP_FAILED) die("mmap");
  if (left == 2) return bare(atol(rest[0]), atoi(rest[1]));
  unsigned char *data = NULL;
  uint32_t length;
  while (requested() && read_all(0, &length, sizeof length)) {
    data = realloc(data, (size_t)length + 1);
    if (!data) die("realloc");
    if (!read_all(0, data, length)) break;
    struct bytes in = {data, data + length};
    run(in);
  }
  free(data);
  return 0;
}
