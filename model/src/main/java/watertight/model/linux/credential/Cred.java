package watertight.model.linux.credential;

import java.util.Set;

/**
 * A task's credentials (struct cred), as far as this model knows them.
 *
 * @param ruid the real user id
 * @param euid the effective user id
 * @param suid the saved user id
 * @param fsuid the user id for files
 * @param gid the real, effective, saved and file group id, which no call of this model tells apart
 * @param groups the supplementary groups
 * @param effective the capabilities in force
 * @param permitted the capabilities that may be put in force
 * @param inheritable the capabilities that a program may inherit
 * @param bounding the most that a program may gain
 */
public record Cred(
    int ruid,
    int euid,
    int suid,
    int fsuid,
    int gid,
    Set<Integer> groups,
    CapSet effective,
    CapSet permitted,
    CapSet inheritable,
    CapSet bounding) {
  public Cred {
    groups = Set.copyOf(groups);
  }

  /** The user {@code uid} of group {@code gid}, with {@code caps} permitted and effective. */
  public static Cred of(int uid, int gid, CapSet caps) {
    return new Cred(uid, uid, uid, uid, gid, Set.of(), caps, caps, CapSet.NONE, CapSet.ALL);
  }

  /** Whether {@code capability} is in force. */
  public boolean can(Capability capability) {
    return effective.has(capability);
  }

  /** Whether {@code gid} is the task's group or one of its supplementary groups. */
  public boolean inGroup(int gid) {
    return gid == this.gid || groups.contains(gid);
  }

  /** These credentials with other user ids; the id for files follows the effective one. */
  public Cred withUids(int ruid, int euid, int suid) {
    return new Cred(
        ruid, euid, suid, euid, gid, groups, effective, permitted, inheritable, bounding);
  }

  /** These credentials with other capabilities. */
  public Cred withCaps(CapSet effective, CapSet permitted, CapSet inheritable) {
    return new Cred(
        ruid, euid, suid, fsuid, gid, groups, effective, permitted, inheritable, bounding);
  }
}
