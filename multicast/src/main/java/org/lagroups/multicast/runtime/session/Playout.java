package org.lagroups.multicast.runtime.session;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.StreamOutput;

/** Hands a stream's payloads to an output, in order, as far as they are there. */
final class Playout {

  private final StreamOutput output;
  private final Source source;
  private final boolean isLive;
  private long next;
  private long below;
  private OptionalLong end = OptionalLong.empty();
  private boolean isWorking;
  private boolean isReading;
  private boolean isRefused;
  private boolean isFinished;

  /** Where payloads are. */
  @FunctionalInterface
  interface Source {

    /**
     * Looks for one.
     *
     * @param then called once, at once or later; with nothing if it was given up
     */
    void read(long sequence, Consumer<Optional<Bytes>> then);
  }

  /**
   * From the first chunk on.
   *
   * @param isLive what the output does not take is lost; otherwise it is waited for
   */
  Playout(StreamOutput output, Source source, boolean isLive) {
    this.output = output;
    this.source = source;
    this.isLive = isLive;
  }

  /** What is below is left out. */
  void skipTo(long sequence) {
    next = Math.max(next, sequence);
  }

  /** All chunks below are there, or given up. */
  void advanced(long nowBelow) {
    below = nowBelow;
    work();
  }

  /** The stream has so many chunks. */
  void ends(long count) {
    end = OptionalLong.of(count);
    work();
  }

  /** The output takes payloads again. */
  void hasRoom() {
    isRefused = false;
    work();
  }

  private void work() {
    if (isWorking) {
      return; // called from within: the loop below goes on
    }
    isWorking = true;
    while (!isReading && !isRefused && next < below) {
      isReading = true;
      source.read(next, this::write);
    }
    isWorking = false;
    if (!isFinished && !isReading && end.isPresent() && next >= end.getAsLong()) {
      isFinished = true;
      output.end();
    }
  }

  private void write(Optional<Bytes> payload) {
    isReading = false;
    boolean isTaken = payload.isEmpty() || payload.get().isEmpty() || output.write(payload.get());
    if (isTaken || isLive) {
      next++;
    } else {
      isRefused = true; // it is read again when there is room
    }
    work();
  }
}
