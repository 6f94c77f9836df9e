package org.lagroups.wormguard.match.hyperscan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.match.CheckedScanner;
import org.lagroups.wormguard.match.HitSink;

/** Has scratch memory, and a piece of native code by which Hyperscan reports hits to it. */
final class HyperscanScanner extends CheckedScanner {

  private static final MethodHandle ON_MATCH = onMatchHandle();
  private static final int GO_ON = 0;
  private static final int STOP = 1;

  private final HyperscanMatcher matcher;
  private final HyperscanDatabase database;
  private final HyperscanFunctions functions;
  private final HeapCopy heapCopy = new HeapCopy();
  private final MemorySegment scratch;
  private final MemorySegment callback;
  private @Nullable HitSink sink;
  private @Nullable Throwable thrown;

  private HyperscanScanner(
      HyperscanMatcher matcher, HyperscanDatabase database, MemorySegment scratch) {
    this.matcher = matcher;
    this.database = database;
    this.functions = database.functions();
    this.scratch = scratch;
    // Not of a shared arena, which would be held and let go with each scan, at a cost.
    this.callback = HyperscanFunctions.callback(ON_MATCH.bindTo(this), Arena.ofAuto());
  }

  /** Takes over a hold of {@code database}, unless this throws. */
  static HyperscanScanner of(HyperscanMatcher matcher, HyperscanDatabase database) {
    return new HyperscanScanner(matcher, database, database.newScratch());
  }

  @Override
  protected boolean scanChecked(MemorySegment memory, long offset, int lengthBytes, HitSink hits) {
    matcher.requireOpen();
    MemorySegment text =
        memory.isNative()
            ? memory.asSlice(offset, lengthBytes)
            : heapCopy.of(memory, offset, lengthBytes);
    sink = hits;
    try {
      int status = functions.scan(database.address(), text, lengthBytes, scratch, callback);
      if (status == HyperscanFunctions.TERMINATED) {
        rethrow();
        return false;
      }
      HyperscanDatabase.check("a scan", status);
      return true;
    } finally {
      sink = null;
    }
  }

  @Override
  protected void release() {
    heapCopy.close();
    database.freeScratch(scratch);
    database.letGo();
  }

  /**
   * Called by native code, out of which nothing may be thrown: it would end the virtual machine.
   */
  @SuppressWarnings("unused") // Not by ON_MATCH.
  private int onMatch(int id, long from, long to, int flags, long context) {
    try {
      HitSink current = sink;
      return current != null && current.hit(id, to) ? GO_ON : STOP;
    } catch (Throwable e) {
      thrown = e;
      return STOP;
    }
  }

  private void rethrow() {
    Throwable found = thrown;
    thrown = null;
    switch (found) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new UndeclaredThrowableException(found);
    }
  }

  private static MethodHandle onMatchHandle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              HyperscanScanner.class, "onMatch", HyperscanFunctions.CALLBACK.toMethodType());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("HyperscanScanner.onMatch does not fit what calls it", e);
    }
  }
}
