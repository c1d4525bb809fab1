package watertight.checker.text;

import java.util.Set;
import java.util.regex.Pattern;

/** System calls of Linux that this version does not have, so that errors can say so. */
final class LaterCalls {
  static final Set<String> NAMES =
      Set.copyOf(
          Pattern.compile("\\s+")
              .splitAsStream(
                  """
                  accept accept4 access acct adjtimex alarm arch_prctl bind bpf brk capget chmod
                  chown clock_gettime clock_nanosleep clock_settime clone3 close_range connect creat
                  dup dup2 dup3 epoll_create1 epoll_ctl epoll_wait eventfd2 execve execveat
                   faccessat faccessat2 fallocate fanotify_init fanotify_mark fchmod
                  fchmodat fchmodat2 fchown fchownat fcntl fdatasync fgetxattr finit_module flock
                  fork fsconfig fsmount fsopen fspick fstat fstatfs fsync ftruncate futex futimesat
                  getcpu getdents getdents64 getegid geteuid getgid getgroups getpeername
                  getpgrp   getpriority getrandom getresgid getresuid getrlimit
                  getrusage  getsockname getsockopt  gettimeofday getuid getxattr
                  init_module inotify_add_watch inotify_init1 io_uring_enter io_uring_register
                  io_uring_setup ioctl keyctl  lchown lgetxattr link linkat listen listmount
                  listxattr llistxattr lremovexattr lseek lsetxattr madvise memfd_create
                  memfd_secret mincore mkdirat mknod mknodat mlock mmap mount_setattr move_mount
                  mprotect mq_open mq_timedreceive mq_timedsend mq_unlink mremap msgctl msgget msgrcv
                  msgsnd munmap name_to_handle_at nanosleep open_by_handle_at open_tree
                  open_tree_attr pause perf_event_open personality pidfd_getfd
                  pipe pipe2 pivot_root poll ppoll  pread64 preadv prlimit64
                  process_vm_readv process_vm_writev pselect6 ptrace pwrite64 quotactl readahead
                  readv recvfrom recvmmsg removexattr renameat renameat2 request_key rmdir
                    rt_sigreturn rt_sigsuspend rt_sigtimedwait
                  sched_getaffinity sched_setaffinity sched_setscheduler sched_yield seccomp select
                  semctl semget semop sendfile sendmmsg sendto set_robust_list set_tid_address
                  setfsgid setfsuid setgid setgroups setitimer
                   setpriority setregid setresgid setreuid setrlimit  setsockopt
                  settimeofday setuid setxattr shmat shmctl shmdt shmget shutdown sigaltstack
                  signalfd4 socket splice statfs statmount statx swapoff swapon symlinkat sync sysinfo
                  syslog tee  time timer_create timer_delete timer_settime timerfd_create
                  timerfd_settime times tkill truncate umask umount unlink unlinkat
                  userfaultfd ustat utime utimensat utimes vfork vhangup vmsplice  waitid
                  write writev
                  """
                      .strip())
              .toList());

  private LaterCalls() {}
}
