/*
 * wt-pids: forks in many tasks at once against nested limits of the pids controller, and watches
 * that no fork succeeds over one.
 *
 *   wt-pids FORKS SLACK
 *
 * FORKS: how many forks are to begin while another is under way, all tasks together. SLACK: how much
 * higher the limits are set than what is watched for; 0, or more to see that the watch is awake.
 *
 * Processes: this one (the supervisor) is in a session of its own and in no limited group. It makes
 * the groups below, in the directory of its own pids group and nowhere else, and moves its workers
 * into the leaves. A worker forks, kills and reaps children; they do nothing. When all is done, or
 * stdin closes, or who started this is on its way out, all processes are killed and the groups
 * removed. A worker dies with the supervisor, a child with its worker.
 *
 *   top ─┬─ left ─┬─ left-1
 *        │        └─ left-2
 *        └─ right
 *
 * What is watched. For each group, `known` counts the processes of it and below that surely are
 * charged: it is raised after fork has returned, and lowered before wait is called, so never more
 * than the kernel has charged; zombies are among them. A fork that takes it over the limit was one
 * too many. Nothing is read from the controller for that. That pids.current passes the limit for a
 * moment is no fault; how often a reader saw it is said.
 *
 * On stdout: lines of a name and numbers, or one line "not-run REASON". Exit 0, 3 for not-run.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TOP, LEFT, LEFT_1, LEFT_2, RIGHT, GROUPS };
enum { WORKERS = 9, CHILDREN = 6, TURN = 64, STACK = 4096, NOT_RUN = 3 };

static const struct {
  const char *name;
  int parent, max;
} tree[GROUPS] = {
    {"", -1, 20}, {"left", TOP, 15}, {"left-1", LEFT, 10}, {"left-2", LEFT, 10}, {"right", TOP, 10}};
static const int leaves[] = {LEFT_1, LEFT_2, RIGHT};

struct childhood {
  pid_t pid; /* 0 for none */
  int zombie;
  _Atomic int ran;
  char stack[STACK];
};

/* Shared by all processes. */
static struct {
  _Atomic int go, stop, inside;
  _Atomic long contended, succeeded, refused, other, ran, other_errno;
  _Atomic int known[GROUPS], highest[GROUPS];
  _Atomic long reached[GROUPS], excess[GROUPS], reads[GROUPS], over[GROUPS];
  struct childhood children[WORKERS][CHILDREN];
} *all;

static char base[PATH_MAX]; /* the directory of the group top */
static int slack;
static long forks;
static pid_t parent, supervisor, workers[WORKERS], reader;
static int made; /* how many groups there are */

static void path_of(char *path, int group, const char *file) {
  char below[64] = "";
  for (int g = group; g > TOP; g = tree[g].parent) {
    char longer[64];
    snprintf(longer, sizeof longer, "/%s%s", tree[g].name, below);
    strcpy(below, longer);
  }
  snprintf(path, PATH_MAX, "%.3800s%s%s%s", base, below, file[0] ? "/" : "", file);
}

static int write_to(int group, const char *file, const char *text) {
  char path[PATH_MAX];
  path_of(path, group, file);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  ssize_t n = write(fd, text, strlen(text));
  int e = errno;
  close(fd);
  errno = e;
  return n < 0 ? -1 : 0;
}

static long read_number(int fd) {
  char text[32];
  ssize_t n = pread(fd, text, sizeof text - 1, 0);
  if (n <= 0) return -1;
  text[n] = 0;
  return atol(text);
}

/* ---- the end ---- */

/* Kills whatever is in the group; whether nothing was. */
static int kill_all(int group) {
  char path[PATH_MAX];
  int empty = 1, pid;
  path_of(path, group, "cgroup.procs");
  FILE *file = fopen(path, "re");
  if (!file) return 1;
  while (fscanf(file, "%d", &pid) == 1) {
    if (pid > 0 && pid != supervisor) kill(pid, SIGKILL);
    empty = 0;
  }
  fclose(file);
  return empty;
}

static void reap_all(void) {
  while (waitpid(-1, NULL, WNOHANG) > 0) continue;
}

/* All processes and groups go, the leaves first. Orphans come to this process, see main. */
static void clean_up(void) {
  char path[PATH_MAX];
  for (int w = 0; w < WORKERS; w++)
    if (workers[w] > 0) kill(workers[w], SIGKILL);
  if (reader > 0) kill(reader, SIGKILL);
  for (int g = made - 1; g >= 0; g--) {
    path_of(path, g, "");
    for (int tries = 0; rmdir(path) && errno != ENOENT && tries < 2000; tries++) {
      kill_all(g);
      reap_all();
      poll(NULL, 0, 1);
    }
  }
  made = 0;
  while (waitpid(-1, NULL, 0) > 0) continue;
}

static _Noreturn void not_run(const char *format, ...) {
  va_list args;
  printf("not-run ");
  va_start(args, format);
  vprintf(format, args);
  va_end(args);
  printf("\n");
  fflush(stdout);
  clean_up();
  exit(NOT_RUN);
}

/* ---- the start ---- */

static int has_word(const char *list, const char *word) {
  size_t length = strlen(word);
  for (const char *at = list; (at = strstr(at, word)); at += length) {
    int begins = at == list || at[-1] == ',' || at[-1] == ' ';
    if (begins && strchr(", \n", at[length])) return 1;
  }
  return 0;
}

/* The path of this process in the hierarchy whose line in /proc/self/cgroup has this list. */
static int own_group(const char *controller, char *path) {
  char line[PATH_MAX];
  int found = 0;
  FILE *file = fopen("/proc/self/cgroup", "re");
  while (file && !found && fgets(line, sizeof line, file)) {
    char *list = strchr(line, ':'), *own = list ? strchr(list + 1, ':') : NULL;
    if (!own) continue;
    *own++ = 0;
    own[strcspn(own, "\n")] = 0;
    found = controller ? has_word(list + 1, controller) : !list[1];
    if (found) snprintf(path, PATH_MAX, "%.2000s", strcmp(own, "/") ? own : "");
  }
  if (file) fclose(file);
  return found;
}

/* Where the hierarchy is mounted: v1 with this controller, or v2 for NULL. */
static int mounted(const char *controller, char *path) {
  char line[PATH_MAX], at[PATH_MAX], type[32], options[1024];
  int found = 0;
  FILE *file = fopen("/proc/self/mounts", "re");
  while (file && !found && fgets(line, sizeof line, file)) {
    if (sscanf(line, "%*s %4095s %31s %1023s", at, type, options) != 3) continue;
    found = controller ? !strcmp(type, "cgroup") && has_word(options, controller)
                       : !strcmp(type, "cgroup2");
    if (found) snprintf(path, PATH_MAX, "%.2000s", at);
  }
  if (file) fclose(file);
  return found;
}

/* In v2 the group that this process is in must hand pids on to its children already. */
static int hands_on(const char *directory) {
  char path[PATH_MAX], text[1024] = "";
  snprintf(path, sizeof path, "%.4000s/cgroup.subtree_control", directory);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t n = read(fd, text, sizeof text - 2);
  close(fd);
  if (n <= 0) return 0;
  text[n] = 0;
  return has_word(text, "pids");
}

/* Finds the controller and sets base; 1 or 2, the version. */
static int find_controller(void) {
  char mount[PATH_MAX], own[PATH_MAX], directory[PATH_MAX];
  int version = mounted("pids", mount) && own_group("pids", own) ? 1 : 2;
  if (version == 2) {
    if (!mounted(NULL, mount) || !own_group(NULL, own)) not_run("there is no pids controller");
  }
  snprintf(directory, sizeof directory, "%.2000s%.2000s", mount, own);
  if (version == 2 && !hands_on(directory))
    not_run("the pids controller is not handed on to groups below %s", own[0] ? own : "/");
  snprintf(base, sizeof base, "%.3900s/watertight-pids-%d", directory, supervisor);
  return version;
}

static void make_groups(int version) {
  char path[PATH_MAX], max[16];
  for (int g = 0; g < GROUPS; g++) {
    path_of(path, g, "");
    if (mkdir(path, 0755)) not_run("a group cannot be made (%s)", strerror(errno));
    made = g + 1;
    if (version == 2 && (g == TOP || g == LEFT) && write_to(g, "cgroup.subtree_control", "+pids"))
      not_run("pids cannot be handed on (%s)", strerror(errno));
    snprintf(max, sizeof max, "%d", tree[g].max + slack);
    if (write_to(g, "pids.max", max)) not_run("a limit cannot be set (%s)", strerror(errno));
  }
}

/* ---- a worker ---- */

static void raise_known(int leaf) {
  for (int g = leaf; g >= 0; g = tree[g].parent) {
    int now = atomic_fetch_add(&all->known[g], 1) + 1, highest = all->highest[g];
    while (now > highest && !atomic_compare_exchange_weak(&all->highest[g], &highest, now)) continue;
    if (now == tree[g].max) all->reached[g]++;
    if (now > tree[g].max) all->excess[g]++;
  }
}

static void lower_known(int leaf) {
  for (int g = leaf; g >= 0; g = tree[g].parent) all->known[g]--;
}

static _Noreturn int child(void *own) {
  all->ran++;
  ((struct childhood *)own)->ran = 1;
  syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  for (;;) syscall(SYS_pause);
}

/* One try; the number of the child, or 0. */
static pid_t try_fork(int leaf, struct childhood *one) {
  if (atomic_fetch_add(&all->inside, 1) > 0) all->contended++;
  pid_t pid = clone(child, one->stack + STACK, CLONE_VM | CLONE_FS | CLONE_FILES | SIGCHLD, one);
  int e = errno;
  all->inside--;
  if (pid > 0) {
    raise_known(leaf);
    all->succeeded++;
    return pid;
  }
  if (e == EAGAIN) {
    all->refused++;
  } else {
    all->other++;
    all->other_errno = e;
  }
  return 0;
}

static uint32_t draw(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  return *seed ^= *seed << 5;
}

/* A child that ran becomes a zombie, a zombie is reaped, both in their time. */
static void age(int leaf, struct childhood *one) {
  if (!one->pid || !one->ran) return;
  if (!one->zombie) {
    kill(one->pid, SIGKILL);
    one->zombie = 1;
  } else {
    lower_known(leaf);
    while (waitpid(one->pid, NULL, 0) < 0 && errno == EINTR) continue;
    one->pid = one->zombie = one->ran = 0;
  }
}

/* Forks wherever a slot is empty; after a refusal one child ages. By turns a worker lets the others
   run after that, or tries again at once: the one fills the groups to their limits, for tries that
   are under way keep others out; the other makes such tries meet. */
static _Noreturn void work(int number) {
  struct childhood *children = all->children[number];
  int leaf = leaves[number % 3];
  uint32_t seed = 2463534242u + 7919u * (uint32_t)number;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(0);
  while (!all->go) sched_yield();
  for (uint32_t step = 0; !all->stop && all->contended < forks; step++) {
    struct childhood *one = &children[draw(&seed) % CHILDREN];
    if (!one->pid) {
      one->pid = try_fork(leaf, one);
      if (one->pid) continue;
    } else if (draw(&seed) % 4) {
      continue;
    }
    age(leaf, &children[draw(&seed) % CHILDREN]);
    if ((step / TURN + (uint32_t)number) % 2) sched_yield();
  }
  for (int slot = 0; slot < CHILDREN; slot++) {
    children[slot].ran = 1;
    while (children[slot].pid) age(leaf, &children[slot]);
  }
  lower_known(leaf);
  _exit(0);
}

static void start_workers(void) {
  char text[16];
  for (int w = 0; w < WORKERS; w++) {
    workers[w] = fork();
    if (workers[w] < 0) not_run("a worker cannot be started (%s)", strerror(errno));
    if (workers[w] == 0) work(w);
    snprintf(text, sizeof text, "%d", workers[w]);
    if (write_to(leaves[w % 3], "cgroup.procs", text))
      not_run("a worker cannot be moved (%s)", strerror(errno));
    raise_known(leaves[w % 3]);
  }
}

/* Reads pids.current as fast as it can. */
static _Noreturn void watch(void) {
  char path[PATH_MAX];
  int fds[GROUPS];
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(0);
  for (int g = 0; g < GROUPS; g++) {
    path_of(path, g, "pids.current");
    fds[g] = open(path, O_RDONLY | O_CLOEXEC);
  }
  while (!all->stop) {
    for (int g = 0; g < GROUPS; g++) {
      long now = read_number(fds[g]);
      if (now >= 0) all->reads[g]++;
      if (now > tree[g].max + slack) all->over[g]++;
    }
  }
  _exit(0);
}

/* ---- the supervisor ---- */

/* Whether who started this is on its way out. man 5 proc_pid_stat: flags, PF_EXITING is 4. */
static int parent_exits(void) {
  char path[64], stat[1024];
  unsigned flags = 0;
  snprintf(path, sizeof path, "/proc/%d/stat", parent);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 1;
  ssize_t n = read(fd, stat, sizeof stat - 1);
  close(fd);
  stat[n < 0 ? 0 : n] = 0;
  char *end = strrchr(stat, ')');
  return !end || sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %u", &flags) != 1 || (flags & 4);
}

static int is_left_alone(void) {
  struct pollfd in = {0, 0, 0};
  return (poll(&in, 1, 100) > 0 && (in.revents & (POLLHUP | POLLERR))) || parent_exits();
}

/* Until every worker has ended; 0 when it is to end before. */
static int await_workers(void) {
  for (int left = WORKERS; left > 0;) {
    if (is_left_alone()) return 0;
    pid_t pid;
    while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
      for (int w = 0; w < WORKERS; w++)
        if (workers[w] == pid) workers[w] = 0, left--;
  }
  return 1;
}

static void report(int version) {
  char path[PATH_MAX];
  printf("version %d\ntried %ld\ncontended %ld\n", version, all->succeeded + all->refused + all->other,
         all->contended);
  printf("succeeded %ld\nrefused %ld\nother %ld\n", all->succeeded, all->refused, all->other);
  printf("ran %ld\n", all->ran);
  for (int g = 0; g < GROUPS; g++) {
    path_of(path, g, "pids.current");
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    printf("group %s %d %d %ld %ld %ld %ld %ld\n", g == TOP ? "top" : tree[g].name, tree[g].max,
           all->highest[g], all->reached[g], all->excess[g], all->reads[g], all->over[g],
           fd < 0 ? -1 : read_number(fd));
    if (fd >= 0) close(fd);
  }
  printf("end\n");
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 3 || (forks = atol(argv[1])) <= 0 || (slack = atoi(argv[2])) < 0) {
    fprintf(stderr, "usage: wt-pids FORKS SLACK\n");
    return 2;
  }
  parent = getppid();
  setsid();
  supervisor = getpid();
  signal(SIGPIPE, SIG_IGN);
  if (chdir("/") || close_range(3, ~0U, 0) || prctl(PR_SET_CHILD_SUBREAPER, 1)) return 1;
  all = mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED) return 1;
  int version = find_controller();
  make_groups(version);
  start_workers();
  reader = fork();
  if (reader == 0) watch();
  all->go = 1;
  int whole = await_workers();
  all->stop = 1;
  if (whole) report(version);
  clean_up();
  return whole ? 0 : 1;
}
