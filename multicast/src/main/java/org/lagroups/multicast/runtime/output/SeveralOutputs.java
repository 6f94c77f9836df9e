package org.lagroups.multicast.runtime.output;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamMode;

/**
 * The same stream to several outputs. In a live stream each gets what it has room for. A stream
 * that is held goes as fast as the slowest; none gets a payload twice, or misses one. One that
 * fails or whose reader goes is left out, and the others go on.
 */
public final class SeveralOutputs implements StreamOutput {

  private final StreamMode mode;
  private final Consumer<Told> listener;
  private final List<Branch> branches;
  private boolean isRefused;
  private OutputEvent.@Nullable Last outcome;

  /**
   * What they tell.
   *
   * @param output which of them, by its number; {@link #ALL} for all together: there is {@link
   *     OutputEvent.Room} again after a payload was refused, or none of them is left
   */
  public record Told(int output, OutputEvent event) {

    /** All outputs together. */
    public static final int ALL = -1;
  }

  /**
   * Room for {@code count} outputs, numbered from 0.
   *
   * @param listener is told on the loop
   */
  public SeveralOutputs(int count, StreamMode mode, Consumer<Told> listener) {
    this.mode = mode;
    this.listener = listener;
    this.branches = Stream.generate(Branch::new).limit(count).toList();
  }

  /** What has to listen to an output's events. */
  public Consumer<OutputEvent> listenerFor(int number) {
    return event -> onEvent(number, event);
  }

  /** Gives an output that has been opened its number; before the first payload. */
  public void put(int number, StreamOutput output) {
    branches.get(number).open(output);
  }

  /**
   * Takes the next payload.
   *
   * @return whether it was taken: in a live stream, by one of them; in one that is held, false
   *     means to offer it again after {@link OutputEvent.Room} of all
   */
  @Override
  public boolean write(Bytes payload) {
    if (mode == StreamMode.LIVE) {
      return branches.stream().map(branch -> branch.write(payload)).filter(taken -> taken).count()
          > 0;
    }
    isRefused = branches.stream().anyMatch(Branch::isPending);
    if (!isRefused) {
      branches.forEach(branch -> branch.hold(payload));
    }
    return !isRefused;
  }

  @Override
  public void end() {
    branches.forEach(Branch::end);
  }

  @Override
  public OutputCounts counts() {
    return branches.stream().map(Branch::counts).reduce(OutputCounts.NONE, OutputCounts::plus);
  }

  @Override
  public void close() {
    branches.forEach(Branch::close);
  }

  private void onEvent(int number, OutputEvent event) {
    Branch branch = branches.get(number);
    listener.accept(new Told(number, event));
    switch (event) {
      case OutputEvent.Room _ -> branch.offerAgain();
      case OutputEvent.Last last -> {
        branch.leave();
        outcome = better(outcome, last);
      }
      case OutputEvent.Slow _, OutputEvent.Player _ -> {}
    }
    if (outcome != null && branches.stream().noneMatch(Branch::isOpen)) {
      listener.accept(new Told(Told.ALL, outcome));
    } else if (isRefused && branches.stream().noneMatch(Branch::isPending)) {
      isRefused = false;
      listener.accept(new Told(Told.ALL, new OutputEvent.Room()));
    }
  }

  /** If one has it all, that is a success; if readers went away, no failure. */
  private static OutputEvent.Last better(OutputEvent.@Nullable Last one, OutputEvent.Last other) {
    boolean isWorse = one instanceof OutputEvent.Finished || other instanceof OutputEvent.Failed;
    return one != null && isWorse ? one : other;
  }
}
