package org.lagroups.wormguard.match.hyperscan;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.Reporting;

/** A compiled set of literals in native memory, which is freed when its last holder lets go. */
final class HyperscanDatabase {

  private final HyperscanFunctions functions;
  private final MemorySegment address;
  private final long sizeBytes;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** With one holder. Literals are not empty, which Hyperscan would not take. */
  HyperscanDatabase(HyperscanFunctions functions, LiteralSet literals, Reporting reporting) {
    this.functions = functions;
    try (Arena arena = Arena.ofConfined()) {
      this.address = compiled(functions, literals.literals(), reporting, arena);
      MemorySegment size = arena.allocate(JAVA_LONG);
      check("measuring a database", functions.databaseSize(address, size));
      this.sizeBytes = size.get(JAVA_LONG, 0);
    }
  }

  HyperscanFunctions functions() {
    return functions;
  }

  MemorySegment address() {
    return address;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /** Whether there is one more holder now; false if it is freed already. */
  boolean hold() {
    return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  void letGo() {
    if (holders.decrementAndGet() == 0) {
      check("freeing a database", functions.freeDatabase(address));
    }
  }

  /** Scratch memory for one scanner. */
  MemorySegment newScratch() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment scratch = arena.allocate(ADDRESS);
      check("making room for scans", functions.allocScratch(address, scratch));
      return scratch.get(ADDRESS, 0);
    }
  }

  void freeScratch(MemorySegment scratch) {
    check("freeing the room for scans", functions.freeScratch(scratch));
  }

  static void check(String what, int status) {
    if (status != HyperscanFunctions.SUCCESS) {
      throw new IllegalStateException(
          "%s failed with Hyperscan's error %d".formatted(what, status));
    }
  }

  private static int flags(Literal literal, Reporting reporting) {
    int flags = literal.caseless() ? HyperscanFunctions.CASELESS : 0;
    return switch (reporting) {
      case EVERY_END -> flags;
      case FIRST_END -> flags | HyperscanFunctions.SINGLE_MATCH;
    };
  }

  private static MemorySegment compiled(
      HyperscanFunctions functions, List<Literal> literals, Reporting reporting, Arena arena) {
    int count = literals.size();
    MemorySegment expressions = arena.allocate(ADDRESS, count);
    MemorySegment flags = arena.allocate(JAVA_INT, count);
    MemorySegment ids = arena.allocate(JAVA_INT, count);
    MemorySegment lengths = arena.allocate(JAVA_LONG, count);
    for (int i = 0; i < count; i++) {
      Literal literal = literals.get(i);
      expressions.setAtIndex(
          ADDRESS, i, arena.allocateFrom(JAVA_BYTE, literal.content().toArray()));
      flags.setAtIndex(JAVA_INT, i, flags(literal, reporting));
      ids.setAtIndex(JAVA_INT, i, literal.id());
      lengths.setAtIndex(JAVA_LONG, i, literal.content().length());
    }
    MemorySegment database = arena.allocate(ADDRESS);
    MemorySegment error = arena.allocate(ADDRESS);
    int status =
        functions.compileLitMulti(expressions, flags, ids, lengths, count, database, error);
    if (status != HyperscanFunctions.SUCCESS) {
      throw new IllegalStateException(
          "Hyperscan does not compile %d literals: %s"
              .formatted(count, functions.messageOf(error.get(ADDRESS, 0))));
    }
    return database.get(ADDRESS, 0);
  }
}
