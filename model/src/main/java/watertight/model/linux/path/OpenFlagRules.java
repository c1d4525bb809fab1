package watertight.model.linux.path;

import static watertight.model.linux.OpenFlags.BESIDE_PATH;
import static watertight.model.linux.OpenFlags.O_CREAT;
import static watertight.model.linux.OpenFlags.O_DIRECTORY;
import static watertight.model.linux.OpenFlags.O_PATH;
import static watertight.model.linux.OpenFlags.O_TMPFILE;
import static watertight.model.linux.OpenFlags.O_TRUNC;
import static watertight.model.linux.OpenFlags.TMPFILE_BIT;
import static watertight.model.linux.ResolveFlags.RESOLVE_BENEATH;
import static watertight.model.linux.ResolveFlags.RESOLVE_CACHED;
import static watertight.model.linux.ResolveFlags.RESOLVE_IN_ROOT;

import watertight.model.Gate;
import watertight.model.linux.Caller;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Syscall.OpenHow;

/** Which flags, modes and sizes open takes; fs/open.c: build_open_how, build_open_flags. */
final class OpenFlagRules {
  private static final int PAGE_SIZE = 4096;

  private OpenFlagRules() {}

  /** What open and openat make of their arguments: what they do not know they drop. */
  static OpenHow lenient(long flags, long mode) {
    long kept = flags & OpenFlags.VALID;
    if ((kept & O_PATH) != 0) {
      kept &= BESIDE_PATH;
    }
    return new OpenHow(kept, creates(kept) ? mode & 07777 : 0, 0, true);
  }

  /** Why openat2 does not take its structure, or null. */
  static Gate badStructure(Caller c, OpenHow how, long size) {
    if (c.refuses(OpenGates.HOW_SIZE, size < OpenHow.SIZE)) {
      return OpenGates.HOW_SIZE;
    }
    if (c.refuses(OpenGates.HOW_SIZE_LIMIT, size > PAGE_SIZE)) {
      return OpenGates.HOW_SIZE_LIMIT;
    }
    boolean unknown = size > OpenHow.SIZE && !how.tailIsZero();
    return c.refuses(OpenGates.HOW_TAIL_ZERO, unknown) ? OpenGates.HOW_TAIL_ZERO : null;
  }

  /** Why open does not take these flags together, or null (build_open_flags). */
  static Gate badFlags(Caller c, OpenHow how) {
    long flags = how.flags();
    if (c.refuses(OpenGates.OPEN_FLAGS_KNOWN, (flags & ~OpenFlags.VALID) != 0)) {
      return OpenGates.OPEN_FLAGS_KNOWN;
    }
    if (c.refuses(OpenGates.RESOLVE_FLAGS_KNOWN, (how.resolve() & ~ResolveFlags.VALID) != 0)) {
      return OpenGates.RESOLVE_FLAGS_KNOWN;
    }
    if (has(how.resolve(), RESOLVE_BENEATH | RESOLVE_IN_ROOT)) {
      return OpenGates.RESOLVE_ONE_SCOPE;
    }
    Gate mode = badMode(c, how);
    return mode != null ? mode : badCombination(c, how);
  }

  private static Gate badMode(Caller c, OpenHow how) {
    boolean creates = creates(how.flags());
    if (c.refuses(OpenGates.MODE_KNOWN, creates && (how.mode() & ~07777L) != 0)) {
      return OpenGates.MODE_KNOWN;
    }
    return c.refuses(OpenGates.MODE_NEEDS_CREATE, !creates && how.mode() != 0)
        ? OpenGates.MODE_NEEDS_CREATE
        : null;
  }

  private static Gate badCombination(Caller c, OpenHow how) {
    long flags = how.flags();
    if (c.refuses(OpenGates.CREATE_NO_DIRECTORY, has(flags, O_DIRECTORY | O_CREAT))) {
      return OpenGates.CREATE_NO_DIRECTORY;
    }
    boolean tmpfile = has(flags, TMPFILE_BIT);
    if (c.refuses(OpenGates.TMPFILE_HAS_DIRECTORY, tmpfile && !has(flags, O_DIRECTORY))) {
      return OpenGates.TMPFILE_HAS_DIRECTORY;
    }
    if (c.refuses(OpenGates.TMPFILE_NEEDS_WRITE, tmpfile && !asksToWrite(flags))) {
      return OpenGates.TMPFILE_NEEDS_WRITE;
    }
    if (c.refuses(OpenGates.PATH_FLAGS, has(flags, O_PATH) && (flags & ~BESIDE_PATH) != 0)) {
      return OpenGates.PATH_FLAGS;
    }
    boolean changes = (flags & (O_TRUNC | O_CREAT | TMPFILE_BIT)) != 0;
    return c.refuses(OpenGates.CACHED_NO_CREATE, changes && has(how.resolve(), RESOLVE_CACHED))
        ? OpenGates.CACHED_NO_CREATE
        : null;
  }

  static boolean creates(long flags) {
    return (flags & (O_CREAT | TMPFILE_BIT)) != 0;
  }

  static boolean isTmpfile(long flags) {
    return has(flags, O_TMPFILE);
  }

  private static boolean asksToWrite(long flags) {
    return (flags & OpenFlags.O_ACCMODE) != OpenFlags.O_RDONLY;
  }

  static boolean has(long flags, long all) {
    return (flags & all) == all;
  }
}
