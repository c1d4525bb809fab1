package watertight.checker.alloy;

/**
 * The instances that can be told in the notation of scenarios. An engine that looks for a
 * counterexample looks among these first.
 */
final class Expressible {
  /**
   * One file system with nothing mounted over its root; every mount and every place of a task can
   * be named from the world's root; no two tasks share an fs_struct at the start; events of others
   * lie within a call only between its components, and only where the caller opens and does nothing
   * else; calls that take no descriptor begin at the working directory or, by an absolute path, at
   * the root, without flags.
   */
  static final String PREDICATE =
      """
      (Top = Foot.mnt_root and Foot.mnt_root not in (mnt_parent.Foot).mnt_mountpoint
        and (all m: mounted - Foot | m.mnt_mountpoint in under[m.mnt_parent.mnt_root]
          and no m.mnt_mountpoint.^d_parent & (mnt_parent.(m.mnt_parent)).mnt_mountpoint)
        and (all t: alive, m: Mount, d: Dentry | m -> d in places[t] implies
          d in under[m.mnt_root] and no d.*d_parent & (mnt_parent.m).mnt_mountpoint)
        and (all disj t, u: alive | t.fs != u.fs)
        and (always (some Now.who implies all w: Walk - Now.who.walk | no w.at or walking[w]))
        and (all t: Task | (eventually (walking[t.walk] and some Now.who - t)) implies
          only[t, Begin + Step + GiveUp + Open] and always (by[t, Begin] implies after no Now.who - t))
        and (always (Now.what in Chdir + Chroot + Mkdir + Bind implies no Now.who.walk.flags))
        and (all t: Task | (eventually by[t, Chdir + Chroot + Mkdir + Bind]) implies
          always (by[t, Begin] implies t.walk.at' in t.fs.pwd
            or t.walk.at' in t.fs.fs_root and t.walk.rest'[T0] in Absolute))
        and (always all d: Dentry | Now.what = Rename and (d.d_parent' -> d.d_name' != d.d_parent -> d.d_name)
          implies some m: Mount | m -> (d.d_parent + d.d_parent') in below[Now.who.fs.fs_root] + below[Now.who.fs.pwd]))
      """;

  private Expressible() {}

  /** A predicate, asked of these instances alone. */
  static String among(String predicate) {
    return "(%s implies %s)".formatted(PREDICATE, predicate);
  }
}
