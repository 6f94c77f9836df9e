package org.lagroups.multicast.runtime.input;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.node.state.tables.LoopTimer;

/** Opens inputs. */
public final class Inputs {

  private final LoopTimer loop;
  private final InputStream standard;

  /** How opening ended. */
  public sealed interface Opening {

    /**
     * It can be read.
     *
     * @param address where it is heard; a free port that was asked for has its number now
     */
    record Ready(StreamInput input, InputAddress address) implements Opening {}

    /** It cannot be read. */
    record Refused(StreamProblem problem) implements Opening {}
  }

  /**
   * Opens inputs that tell on {@code loop}.
   *
   * @param standard what {@code -} stands for
   */
  public Inputs(LoopTimer loop, InputStream standard) {
    this.loop = loop;
    this.standard = standard;
  }

  /**
   * Opens an input, and begins to read ahead. Waits for disks and names: not on the loop.
   *
   * @param listener is told on the loop
   */
  public Opening open(InputAddress address, InputSettings settings, Consumer<InputEvent> listener) {
    try {
      return switch (address) {
        case InputAddress.OfFile file -> file(file, settings, listener);
        case InputAddress.Standard _ -> piped(address, settings, () -> standard, listener);
        case InputAddress.Udp udp -> udp(udp, settings, listener);
      };
    } catch (IOException e) {
      return new Opening.Refused(refusal(address, e));
    }
  }

  /** Reading failed for a reason that the system gives. */
  static StreamProblem unreadable(String name, IOException e) {
    return new StreamProblem(
        "cannot read %s: %s".formatted(name, Printable.of(String.valueOf(e.getMessage()))),
        "see that it can be read, then send again");
  }

  private Opening file(
      InputAddress.OfFile file, InputSettings settings, Consumer<InputEvent> listener)
      throws IOException {
    Path path = file.path();
    if (Files.isDirectory(path)) {
      return new Opening.Refused(
          new StreamProblem(file + " is a folder", "name a file in it; a stream is one file"));
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) { // a named pipe, a device
      return piped(file, settings, () -> Files.newInputStream(path), listener);
    }
    FileReading reading = FileReading.open(path, settings.pieceBytes());
    OptionalLong length = OptionalLong.of(reading.lengthBytes());
    return new Opening.Ready(ReadInput.start(reading, length, settings, loop, listener), file);
  }

  private Opening piped(
      InputAddress address,
      InputSettings settings,
      PipeReading.Source source,
      Consumer<InputEvent> listener) {
    PipeReading reading = new PipeReading(source, address.toString(), settings.pieceBytes());
    return new Opening.Ready(
        ReadInput.start(reading, OptionalLong.empty(), settings, loop, listener), address);
  }

  private Opening udp(InputAddress.Udp udp, InputSettings settings, Consumer<InputEvent> listener)
      throws IOException {
    UdpReading reading = UdpReading.open(udp);
    InputAddress heard = udp.at(reading.port());
    return new Opening.Ready(
        ReadInput.start(reading, OptionalLong.empty(), settings, loop, listener), heard);
  }

  private static StreamProblem refusal(InputAddress address, IOException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new StreamProblem("there is no file " + address, "name one that is there");
      case AccessDeniedException _ ->
          new StreamProblem("may not read " + address, "name a file that you may read");
      case UnknownHostException _ ->
          new StreamProblem(
              address + ": there is no such host", "udp://:PORT hears on all of this machine");
      case BindException _ ->
          new StreamProblem(
              "cannot hear on %s: %s"
                  .formatted(address, Printable.of(String.valueOf(e.getMessage()))),
              "take a port that no other program has, and an address of this machine;"
                  + " udp://:PORT hears on all");
      default -> unreadable(address.toString(), e);
    };
  }
}
