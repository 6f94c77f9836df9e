package org.lagroups.multicast.runtime.output.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.Backlog;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.OutputProblems;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.node.disk.DiskProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file whose chunks come in any order. Used on the loop, and tells and answers there; the work is
 * done in order on a thread of its own.
 *
 * <p>It tells {@link OutputEvent.Slow}, {@link OutputEvent.Room} and {@link OutputEvent.Failed};
 * after a failure what is there stays, to go on another time.
 */
public final class ChunkFile implements AutoCloseable {

  /** How much may wait to be written. */
  static final int CAPACITY_BYTES = 8 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ChunkFile.class);

  /** How often it is looked whether the file is still in its folder. */
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final GrowingChunks file;
  private final PartNames names;
  private final ChunkLayout layout;
  private final Executor loop;
  private final OutputNews news;
  private final Backlog backlog;
  private final ExecutorService thread;

  /** It is finished, or broken; set on the thread, read on the loop as well. */
  private volatile boolean takesNoMore;

  private long lookedNanos = System.nanoTime();

  /** How opening ended. */
  public sealed interface Opening {

    /**
     * It can be written to.
     *
     * @param chunks those that are there already, and have been checked again
     * @param seals what was noted of their batches
     */
    record Ready(ChunkFile file, BitSet chunks, List<BatchSeal> seals) implements Opening {}

    /** The very file was whole already, and is in place. */
    record AlreadyThere(Path path) implements Opening {}

    /** It cannot be written. */
    record Refused(StreamProblem problem) implements Opening {}
  }

  /** How finishing ended. */
  public sealed interface Finish {

    /** It is in place, whole, and would survive a power failure. */
    record Done(Path path) implements Finish {}

    /** Chunks are missing; more can be written. */
    record Incomplete(BitSet missing) implements Finish {}

    /** It could not be moved into place; the part file stays. */
    record Failed(StreamProblem problem) implements Finish {}
  }

  private ChunkFile(
      GrowingChunks file, PartNames names, ChunkLayout layout, Executor loop, OutputNews news) {
    this.file = file;
    this.names = names;
    this.layout = layout;
    this.loop = loop;
    this.news = news;
    this.backlog =
        new Backlog(
            CAPACITY_BYTES,
            () -> news.tell(new OutputEvent.Slow()),
            () -> news.tell(new OutputEvent.Room()));
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lag-cast-write").daemon().factory());
  }

  /**
   * Begins a file, or goes on with one that was begun before. Reads again what is there: not on the
   * loop.
   *
   * @param path where the whole is to stand
   * @param listener is told on the loop
   */
  public static Opening open(
      Path path, ChunkLayout layout, Executor loop, Consumer<OutputEvent> listener) {
    Path folder = DiskProblems.folderOf(path);
    if (!Files.isDirectory(folder)) {
      return new Opening.Refused(StreamProblem.of(OutputProblems.DISK.noFolder(folder)));
    }
    PartNames names = PartNames.of(path, layout.stream());
    try {
      return Files.exists(path)
          ? found(names)
          : begin(names, layout, loop, new OutputNews(loop, listener));
    } catch (IOException e) {
      return new Opening.Refused(StreamProblem.of(OutputProblems.DISK.of(e, folder)));
    }
  }

  /** Whether the next chunk would be taken. */
  public boolean hasRoom() {
    return !takesNoMore && !thread.isShutdown() && !backlog.isFull();
  }

  /**
   * Takes a chunk that has been verified. One that is there already does no harm.
   *
   * @return whether it was taken; if not, offer it again after {@link OutputEvent.Room}
   * @throws IllegalArgumentException if no chunk of the stream has that number and length
   */
  public boolean write(long sequence, Bytes payload) {
    if (!layout.fits(sequence, payload.length())) {
      throw new IllegalArgumentException(
          "no chunk %d of %d bytes".formatted(sequence, payload.length()));
    }
    if (!hasRoom()) {
      return false;
    }
    backlog.add(payload.length());
    inOrder(
        () -> {
          writeNow((int) sequence, payload);
          backlog.remove(payload.length());
          return true;
        },
        this::failed,
        _ -> {});
    return true;
  }

  /** Keeps what a batch was signed with, for as long as the file is not whole. */
  public void note(BatchSeal seal) {
    inOrder(
        () -> {
          noteNow(seal);
          return true;
        },
        this::failed,
        _ -> {});
  }

  /** Reads a chunk that has been written; nothing if it is not there. */
  public void read(long sequence, Consumer<Optional<Bytes>> done) {
    inOrder(() -> readNow(sequence), _ -> Optional.empty(), done);
  }

  /**
   * Checks that all is there, and gives the file its name.
   *
   * @param lengthBytes of the whole
   */
  public void finish(long lengthBytes, Consumer<Finish> done) {
    inOrder(() -> finishNow(lengthBytes), Finish.Failed::new, done);
  }

  /** Ends and keeps what is there, to go on another time. What was taken is written first. */
  @Override
  public void close() {
    news.silence();
    onThread(() -> end(file::close), () -> {});
    thread.shutdown();
  }

  /** Ends and deletes what is there. */
  public void discard() {
    news.silence();
    onThread(() -> end(file::discard), () -> {});
    thread.shutdown();
  }

  /**
   * Waits until all that was asked for before it was closed is done; not on the loop.
   *
   * @return whether it is
   */
  public boolean awaitClosed(long maxSeconds) throws InterruptedException {
    return thread.awaitTermination(maxSeconds, TimeUnit.SECONDS);
  }

  /** A crash may have come between giving the file its name and taking the other away. */
  private static Opening found(PartNames names) throws IOException {
    if (!Files.exists(names.map()) || !isSamePart(names)) {
      return new Opening.Refused(OutputProblems.taken(names.place()));
    }
    Files.deleteIfExists(names.part());
    Files.deleteIfExists(names.map());
    Files.deleteIfExists(names.notes());
    return new Opening.AlreadyThere(names.place());
  }

  private static boolean isSamePart(PartNames names) throws IOException {
    return Files.exists(names.part()) && Files.isSameFile(names.place(), names.part());
  }

  private static Opening begin(PartNames names, ChunkLayout layout, Executor loop, OutputNews news)
      throws IOException {
    Optional<GrowingChunks> opened = GrowingChunks.open(layout, names);
    if (opened.isEmpty()) {
      return new Opening.Refused(
          new StreamProblem(
              names.place() + " is being received already", "wait for it, or choose another name"));
    }
    GrowingChunks file = opened.get();
    Path folder = DiskProblems.folderOf(names.place());
    if (file.missingBytes() > Files.getFileStore(folder).getUsableSpace()) {
      if (file.chunks().isEmpty()) {
        file.discard();
      } else {
        file.close();
      }
      return new Opening.Refused(StreamProblem.of(OutputProblems.DISK.full(folder)));
    }
    List<BatchSeal> seals =
        file.notes().stream().flatMap(note -> BatchSeal.decode(note).stream()).toList();
    return new Opening.Ready(new ChunkFile(file, names, layout, loop, news), file.chunks(), seals);
  }

  private void writeNow(int chunk, Bytes payload) {
    if (takesNoMore) {
      return;
    }
    try {
      file.write(chunk, payload);
      lookNowAndThen();
    } catch (IOException e) {
      fail(problem(e));
    }
  }

  private void noteNow(BatchSeal seal) {
    if (takesNoMore) {
      return;
    }
    try {
      file.note(seal.encoded());
    } catch (IOException e) {
      fail(problem(e));
    }
  }

  /** Writing to a file that was deleted goes well, and is for nothing. */
  private void lookNowAndThen() {
    long now = System.nanoTime();
    if (now - lookedNanos >= LOOK_NANOS) {
      lookedNanos = now;
      if (!file.isThere()) {
        fail(gone());
      }
    }
  }

  private Optional<Bytes> readNow(long sequence) {
    try {
      return sequence < 0 || sequence >= layout.chunkCount()
          ? Optional.empty()
          : file.read((int) sequence);
    } catch (IOException e) {
      fail(problem(e));
      return Optional.empty();
    }
  }

  private Finish finishNow(long lengthBytes) {
    if (!file.isThere()) {
      return new Finish.Failed(gone());
    }
    try {
      BitSet missing = file.finish(lengthBytes);
      takesNoMore = missing.isEmpty();
      return missing.isEmpty() ? new Finish.Done(names.place()) : new Finish.Incomplete(missing);
    } catch (FileAlreadyExistsException e) {
      return new Finish.Failed(OutputProblems.taken(names.place()));
    } catch (IOException e) {
      return new Finish.Failed(problem(e));
    }
  }

  private StreamProblem gone() {
    Path folder = DiskProblems.folderOf(names.place());
    return Files.isDirectory(folder)
        ? new StreamProblem(
            names.part() + " was deleted while it was being received", "receive again")
        : StreamProblem.of(OutputProblems.DISK.noFolder(folder));
  }

  private StreamProblem problem(IOException e) {
    return StreamProblem.of(OutputProblems.DISK.of(e, DiskProblems.folderOf(names.place())));
  }

  private void fail(StreamProblem problem) {
    takesNoMore = true;
    news.tell(new OutputEvent.Failed(problem));
  }

  private boolean failed(StreamProblem problem) {
    fail(problem);
    return false;
  }

  /**
   * Carries out work on the thread, and answers on the loop whatever happens: who waits for an
   * answer that never comes waits for ever.
   *
   * @param failed makes the answer when the file was closed, or the work failed in a way that it
   *     does not know
   */
  private <T> void inOrder(
      Supplier<? extends T> work, Function<StreamProblem, ? extends T> failed, Consumer<T> done) {
    onThread(
        () -> {
          T result = attempt(work, failed);
          loop.execute(() -> done.accept(result));
        },
        () -> {
          T result = failed.apply(new StreamProblem("the file was closed", ""));
          loop.execute(() -> done.accept(result));
        });
  }

  private static <T> T attempt(
      Supplier<? extends T> work, Function<StreamProblem, ? extends T> failed) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a fault in this program: work on a file failed");
      return failed.apply(StreamProblem.of(OutputProblems.DISK.unknown(e)));
    }
  }

  private void onThread(Runnable work, Runnable tooLate) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("a file was closed: nothing more is done with it");
      tooLate.run();
    }
  }

  private void end(Ending how) {
    try {
      how.run();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).addKeyValue("file", names.part()).log("cannot close a file");
    }
  }

  /** A way to end with a file. */
  @FunctionalInterface
  private interface Ending {
    void run() throws IOException;
  }
}
