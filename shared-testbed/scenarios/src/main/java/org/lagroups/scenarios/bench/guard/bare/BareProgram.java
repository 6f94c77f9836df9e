package org.lagroups.scenarios.bench.guard.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lagroups.machine.Bytes;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.guard.host.Core;

/** The program in C, compiled. */
public final class BareProgram {

  private static final String SOURCE = "bare.c";
  private static final String LIBRARY = "com/gliwka/hyperscan/jni/linux-x86_64/libjnihyperscan.so";
  private static final String NEEDS =
      "it needs Linux on x86-64, a C compiler, and the headers of libpcap (Debian: gcc and"
          + " libpcap-dev)";
  private static final long LONGEST_SECONDS = 300;

  private final Path program;
  private final Path library;

  private BareProgram(Path program, Path library) {
    this.program = program;
    this.library = library;
  }

  /**
   * Compiles it.
   *
   * @param folder where it and the library go
   * @throws CommandFailedException if what it takes is missing
   */
  public static BareProgram compile(Path folder) throws InterruptedException {
    Path source = folder.resolve(SOURCE);
    Path library = folder.resolve("libhyperscan.so");
    Path program = folder.resolve("bare");
    unpack(BareProgram.class.getResourceAsStream(SOURCE), source);
    unpack(BareProgram.class.getClassLoader().getResourceAsStream(LIBRARY), library);
    run(
        List.of(
            "cc",
            "-std=c11",
            "-O2",
            "-o",
            program.toString(),
            source.toString(),
            "-lpcap",
            "-ldl"));
    return new BareProgram(program, library);
  }

  /** Lets it go through a capture once. */
  public BarePass pass(Path capture, List<Bytes> literals) throws InterruptedException {
    Path list = program.resolveSibling("literals");
    try {
      Files.writeString(
          list, literals.stream().map(Bytes::toHex).collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + list, e);
    }
    List<String> command =
        List.of(program.toString(), library.toString(), capture.toString(), list.toString());
    return BarePass.parse(run(Core.last().pinned(command)));
  }

  private static String run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      // It prints too little to be held up by nobody reading.
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "no end of %s within %d s".formatted(command.getFirst(), LONGEST_SECONDS));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new CommandFailedException(
            "`%s` failed: %s".formatted(String.join(" ", command), firstLines(output)), NEEDS);
      }
      return output;
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot run %s: %s".formatted(command.getFirst(), e.getMessage()), NEEDS);
    }
  }

  private static String firstLines(String output) {
    return output.lines().limit(3).collect(Collectors.joining("; "));
  }

  private static void unpack(InputStream resource, Path file) {
    try (InputStream content = resource) {
      if (content == null) {
        throw new CommandFailedException("the program in C cannot be made here", NEEDS);
      }
      Files.copy(content, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
