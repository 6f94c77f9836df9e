package org.lagroups.multicast.runtime.input;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.node.state.tables.LoopTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An input that a thread of its own reads. */
final class ReadInput implements StreamInput {

  private static final Logger LOG = LoggerFactory.getLogger(ReadInput.class);

  private final Handover handover;
  private final Reading reading;
  private final OptionalLong lengthBytes;

  private ReadInput(Handover handover, Reading reading, OptionalLong lengthBytes) {
    this.handover = handover;
    this.reading = reading;
    this.lengthBytes = lengthBytes;
  }

  /** Begins to read. */
  static ReadInput start(
      Reading reading,
      OptionalLong lengthBytes,
      InputSettings settings,
      LoopTimer loop,
      Consumer<InputEvent> listener) {
    Handover handover = new Handover(loop, listener, settings.bufferBytes());
    ReadInput input = new ReadInput(handover, reading, lengthBytes);
    loop.execute(() ->
        new SilenceWatch(loop, System::nanoTime, handover, settings.silenceMillis(), listener));
    Thread.ofPlatform().name("lag-cast-input").daemon().start(input::read);
    return input;
  }

  @Override
  public OptionalLong lengthBytes() {
    return lengthBytes;
  }

  @Override
  public void request(int pieces) {
    handover.request(pieces);
  }

  @Override
  public InputCounts counts() {
    return handover.counts();
  }

  @Override
  public void close() {
    handover.close();
    reading.close();
  }

  private void read() {
    try {
      handover.end(reading.run(handover));
    } catch (IOException e) {
      handover.end(reading.failure(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody else has this thread: the program ends
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a fault in this program: reading an input failed");
      handover.end(
          new InputEvent.Failed(
              new StreamProblem("a fault in the node: " + e, "the node's log says more")));
    } finally {
      reading.close();
    }
  }
}
