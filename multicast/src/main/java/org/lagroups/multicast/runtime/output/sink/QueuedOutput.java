package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.Backlog;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.PayloadQueue;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.stream.StreamMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An output with a queue and a thread that writes to its sink. */
final class QueuedOutput implements StreamOutput {

  private static final Logger LOG = LoggerFactory.getLogger(QueuedOutput.class);
  private static final long IDLE_MILLIS = 50;

  private final Sink sink;
  private final PayloadQueue queue;
  private final StreamMode mode;
  private final OutputNews news;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong droppedPayloads = new AtomicLong();
  private final AtomicLong droppedBytes = new AtomicLong();

  private QueuedOutput(Sink sink, int capacityBytes, StreamMode mode, OutputNews news) {
    this.sink = sink;
    this.queue =
        new PayloadQueue(
            new Backlog(
                capacityBytes,
                () -> news.tell(new OutputEvent.Slow()),
                () -> news.tell(new OutputEvent.Room())));
    this.mode = mode;
    this.news = news;
  }

  /** Begins to write to {@code sink}. */
  static QueuedOutput start(Sink sink, int capacityBytes, StreamMode mode, OutputNews news) {
    QueuedOutput output = new QueuedOutput(sink, capacityBytes, mode, news);
    Thread.ofPlatform().name("lag-cast-output").daemon().start(output::run);
    return output;
  }

  @Override
  public boolean write(Bytes payload) {
    if (queue.offer(payload)) {
      return true;
    }
    if (mode == StreamMode.LIVE) {
      droppedPayloads.incrementAndGet();
      droppedBytes.addAndGet(payload.length());
    }
    return false;
  }

  @Override
  public void end() {
    queue.end();
  }

  @Override
  public OutputCounts counts() {
    return new OutputCounts(
        bytes.get(), queue.waitingBytes(), droppedPayloads.get(), droppedBytes.get());
  }

  @Override
  public void close() {
    news.silence();
    queue.close();
    sink.close();
  }

  private void run() {
    try {
      while (!queue.isDone()) {
        writeNext();
      }
      sink.finish();
      news.tell(new OutputEvent.Finished());
    } catch (IOException e) {
      queue.close(); // before it is told: whoever hears of it finds the output closed
      news.tell(sink.failure(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody else has this thread: the program ends
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a fault in this program: writing an output failed");
      news.tell(
          new OutputEvent.Failed(
              new StreamProblem("a fault in the node: " + e, "the node's log says more")));
    } finally {
      queue.close();
      sink.close();
    }
  }

  private void writeNext() throws IOException, InterruptedException {
    Optional<Bytes> next = queue.take(IDLE_MILLIS);
    if (next.isEmpty()) {
      sink.idle();
      return;
    }
    sink.write(next.get(), queue.waitingBytes());
    bytes.addAndGet(next.get().length());
  }
}
