package org.lagroups.wormguard.match.hyperscan;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of Hyperscan's C interface that are used, under their names there without the
 * {@code hs_}. Handles are constants that take the function's address, so the compiler sees through
 * them whichever library it is.
 */
@SuppressWarnings("restricted") // Calling native code is what this is for.
final class HyperscanFunctions {

  /** HS_SUCCESS. */
  static final int SUCCESS = 0;

  /** HS_SCAN_TERMINATED: the callback asked for it. */
  static final int TERMINATED = -3;

  /** HS_FLAG_CASELESS. */
  static final int CASELESS = 1;

  /** HS_FLAG_SINGLEMATCH. */
  static final int SINGLE_MATCH = 8;

  /**
   * {@code int (*match_event_handler)(unsigned, unsigned long long, unsigned long long, ...)}; its
   * last parameter, a pointer that is not used, as a number, for which no object is made.
   */
  static final FunctionDescriptor CALLBACK =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG);

  private static final int MODE_BLOCK = 1;
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle NOTHING = handle(FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle TEXT = handle(FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle ONE = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle TWO = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle COMPILE =
      handle(
          FunctionDescriptor.of(
              JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
              ADDRESS));
  private static final MethodHandle SCAN =
      handle(
          FunctionDescriptor.of(
              JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS));

  private final MemorySegment version;
  private final MemorySegment validPlatform;
  private final MemorySegment compileLitMulti;
  private final MemorySegment freeCompileError;
  private final MemorySegment databaseSize;
  private final MemorySegment freeDatabase;
  private final MemorySegment allocScratch;
  private final MemorySegment freeScratch;
  private final MemorySegment scan;

  private HyperscanFunctions(SymbolLookup library) throws HyperscanUnavailableException {
    version = find(library, "hs_version");
    validPlatform = find(library, "hs_valid_platform");
    compileLitMulti = find(library, "hs_compile_lit_multi");
    freeCompileError = find(library, "hs_free_compile_error");
    databaseSize = find(library, "hs_database_size");
    freeDatabase = find(library, "hs_free_database");
    allocScratch = find(library, "hs_alloc_scratch");
    freeScratch = find(library, "hs_free_scratch");
    scan = find(library, "hs_scan");
  }

  static HyperscanFunctions in(SymbolLookup library) throws HyperscanUnavailableException {
    return new HyperscanFunctions(library);
  }

  /** The address of native code that calls {@code handle}, until {@code arena} is closed. */
  static MemorySegment callback(MethodHandle handle, Arena arena) {
    return LINKER.upcallStub(handle, CALLBACK, arena);
  }

  String version() {
    try {
      MemorySegment text = (MemorySegment) TEXT.invokeExact(version);
      return text.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  boolean suitsProcessor() {
    try {
      return (int) NOTHING.invokeExact(validPlatform) == SUCCESS;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Compiles for scans of whole texts.
   *
   * @param database where its address is put
   * @param error where the address of the error is put, if there is one
   */
  int compileLitMulti(
      MemorySegment expressions,
      MemorySegment flags,
      MemorySegment ids,
      MemorySegment lengths,
      int count,
      MemorySegment database,
      MemorySegment error) {
    try {
      return (int)
          COMPILE.invokeExact(
              compileLitMulti,
              expressions,
              flags,
              ids,
              lengths,
              count,
              MODE_BLOCK,
              MemorySegment.NULL,
              database,
              error);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** What an error says; it is freed. */
  String messageOf(MemorySegment error) {
    String message =
        error
            .reinterpret(ADDRESS.byteSize())
            .get(ADDRESS, 0)
            .reinterpret(Long.MAX_VALUE)
            .getString(0);
    call(freeCompileError, error);
    return message;
  }

  int databaseSize(MemorySegment database, MemorySegment size) {
    return call(databaseSize, database, size);
  }

  int freeDatabase(MemorySegment database) {
    return call(freeDatabase, database);
  }

  int allocScratch(MemorySegment database, MemorySegment scratch) {
    return call(allocScratch, database, scratch);
  }

  int freeScratch(MemorySegment scratch) {
    return call(freeScratch, scratch);
  }

  int scan(
      MemorySegment database,
      MemorySegment text,
      int length,
      MemorySegment scratch,
      MemorySegment callback) {
    try {
      return (int)
          SCAN.invokeExact(scan, database, text, length, 0, scratch, callback, MemorySegment.NULL);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static int call(MemorySegment function, MemorySegment argument) {
    try {
      return (int) ONE.invokeExact(function, argument);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static int call(MemorySegment function, MemorySegment first, MemorySegment second) {
    try {
      return (int) TWO.invokeExact(function, first, second);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Such as that memory is closed, or belongs to another thread; functions themselves throw
   * nothing.
   */
  private static RuntimeException unexpected(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }

  private static MemorySegment find(SymbolLookup library, String name)
      throws HyperscanUnavailableException {
    return library
        .find(name)
        .orElseThrow(() -> new HyperscanUnavailableException("the library has no " + name));
  }

  private static MethodHandle handle(FunctionDescriptor function) {
    return LINKER.downcallHandle(function);
  }
}
