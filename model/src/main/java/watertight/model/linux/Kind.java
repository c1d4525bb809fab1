package watertight.model.linux;

/** The kinds of objects in a Linux world whose numbers mean nothing. */
public enum Kind {
  DENTRY,
  INODE,
  MOUNT,
  FS,
  FILE,
  SOCKET,
  FILES,
  UTS,
  MOUNT_NAMESPACE,
  PID_NAMESPACE
}
