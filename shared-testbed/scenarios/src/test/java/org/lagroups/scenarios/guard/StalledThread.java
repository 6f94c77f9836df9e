package org.lagroups.scenarios.guard;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One thread of another process that makes no progress any more, while the others go on: as a
 * debugger holds it (ptrace). SIGSTOP would stop them all.
 */
@SuppressWarnings("restricted") // Calling native code is what this is for.
final class StalledThread {

  private static final int SEIZE = 0x4206;
  private static final int INTERRUPT = 0x4207;
  private static final int ANY_THREAD = 0x4000_0000;
  private static final long START_SECONDS = 10;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle PTRACE =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ptrace"),
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
          Linker.Option.firstVariadicArg(1));
  private static final MethodHandle WAIT =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("waitpid"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private StalledThread() {}

  /**
   * Stalls the main thread of a Java process, until that process ends.
   *
   * @param processId a child of this one
   */
  static void mainOf(long processId) throws Exception {
    int thread = mainThread(processId);
    CompletableFuture<Boolean> stalled = new CompletableFuture<>();
    // The thread that holds another has to live as long, and to take note of its end.
    Thread.ofPlatform()
        .daemon()
        .name("holds " + thread)
        .start(() -> {
          if (ptrace(SEIZE, thread) != 0 || ptrace(INTERRUPT, thread) != 0) {
            stalled.completeExceptionally(
                new IllegalStateException("thread %d cannot be held".formatted(thread)));
            return;
          }
          await(thread);
          stalled.complete(true);
          await(thread);
        });
    stalled.get(START_SECONDS, TimeUnit.SECONDS);
  }

  /** The launcher's own thread only waits; the first that it makes runs the main method. */
  private static int mainThread(long processId) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + processId + "/task"))) {
      return threads
          .mapToInt(thread -> Integer.parseInt(thread.getFileName().toString()))
          .sorted()
          .skip(1)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ptrace(int request, int thread) {
    try {
      return (long) PTRACE.invokeExact(request, thread, MemorySegment.NULL, MemorySegment.NULL);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(int thread) {
    try {
      int _ = (int) WAIT.invokeExact(thread, MemorySegment.NULL, ANY_THREAD);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
