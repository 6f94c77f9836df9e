package org.lagroups.fileshare.runtime.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.part.PartFile;
import org.lagroups.fileshare.part.PartFiles;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;
import org.lagroups.node.disk.DiskProblem;
import org.lagroups.node.disk.DiskProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are being fetched, on this machine's disks. */
public final class DiskPartFiles implements PartFiles, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskPartFiles.class);
  private static final long CLOSE_SECONDS = 5;

  /** What people read about their disks. */
  static final DiskProblems PROBLEMS =
      new DiskProblems(
          "choose another folder: lag share get ... --output DIR",
          "get the file again: what is there is kept");

  private final Executor loop;
  private final ExecutorService thread;

  /** The files open now; on the thread. */
  private final Set<Path> open = new HashSet<>();

  /**
   * Answers on {@code loop}.
   *
   * @param loop carries out work on the machine thread
   */
  public DiskPartFiles(Executor loop) {
    this.loop = loop;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lag-share-write").daemon().factory());
  }

  @Override
  public void open(Target target, Consumer<Opening> done) {
    inOrder(() -> openNow(target), Opening.Refused::new, done);
  }

  /** Waits until all that was asked for is done. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.atWarn().log("writing a file does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Opening openNow(Target target) {
    Path folder = Path.of(target.folder());
    if (!Files.isDirectory(folder)) {
      return new Opening.Refused(PROBLEMS.noFolder(folder));
    }
    try {
      PartNames names = new PartNames(target);
      Path place = names.place(1);
      if (LeafCheck.isWhole(place, target.shape(), target.root())) {
        Files.deleteIfExists(names.part());
        Files.deleteIfExists(names.map());
        return new Opening.AlreadyThere(place.toString());
      }
      if (open.contains(names.part())) {
        return new Opening.Refused(
            new DiskProblem(
                DiskProblem.Kind.IO,
                "the file is being fetched to " + folder + " already",
                "see: lag share downloads"));
      }
      return grow(target, names, folder);
    } catch (IOException e) {
      return new Opening.Refused(PROBLEMS.of(e, folder));
    } catch (InvalidPathException e) {
      return new Opening.Refused(nameProblem(target.name()));
    }
  }

  private Opening grow(Target target, PartNames names, Path folder) throws IOException {
    GrowingFile file = GrowingFile.open(target, names);
    if (file.missingBytes() > Files.getFileStore(folder).getUsableSpace()) {
      if (file.leaves().isEmpty()) {
        file.discard();
      } else {
        file.close();
      }
      return new Opening.Refused(PROBLEMS.full(folder));
    }
    open.add(names.part());
    return new Opening.Ready(new Part(file, names.part(), folder), file.leaves());
  }

  /**
   * Carries out work on the thread, and answers on the loop whatever happens: who waits for an
   * answer that never comes waits for ever.
   *
   * @param failed makes the answer when the work failed in a way that it does not know
   */
  private <T> void inOrder(
      Supplier<? extends T> work, Function<DiskProblem, ? extends T> failed, Consumer<T> done) {
    onThread(() -> {
      T result = attempt(work, failed);
      loop.execute(() -> done.accept(result));
    });
  }

  private static <T> T attempt(
      Supplier<? extends T> work, Function<DiskProblem, ? extends T> failed) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a fault in this program: work on a file failed");
      return failed.apply(PROBLEMS.unknown(e));
    }
  }

  /** The file's name has characters that this system's encoding of names lacks. */
  private static DiskProblem nameProblem(FileName name) {
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "this system cannot write the file name " + Printable.of(name.toString()),
        "restart the node with an encoding that can: LC_ALL=C.UTF-8 lag run");
  }

  private void onThread(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("the node is stopping: nothing more is written");
    }
  }

  private final class Part implements PartFile {
    private final GrowingFile file;
    private final Path path;
    private final Path folder;

    Part(GrowingFile file, Path path, Path folder) {
      this.file = file;
      this.path = path;
      this.folder = folder;
    }

    @Override
    public void write(
        LeafRange range, Bytes content, Bytes leafHashes, Consumer<Optional<DiskProblem>> done) {
      inOrder(
          () -> {
            try {
              file.write(range, content, leafHashes);
              return Optional.<DiskProblem>empty();
            } catch (IOException e) {
              return Optional.of(PROBLEMS.of(e, folder));
            }
          },
          Optional::of,
          done);
    }

    @Override
    public void finish(Consumer<Finish> done) {
      inOrder(this::finishNow, Finish.Failed::new, done);
    }

    @Override
    public void close() {
      onThread(() -> end(file::close));
    }

    @Override
    public void discard() {
      onThread(() -> end(file::discard));
    }

    private Finish finishNow() {
      try {
        Finish result = file.finish();
        if (result instanceof Finish.Done) {
          open.remove(path);
        }
        return result;
      } catch (IOException e) {
        return new Finish.Failed(PROBLEMS.of(e, folder));
      }
    }

    private void end(Ending how) {
      open.remove(path);
      try {
        how.run();
      } catch (IOException e) {
        LOG.atWarn().setCause(e).addKeyValue("file", path).log("cannot close a file");
      }
    }
  }

  /** A way to end with a file. */
  @FunctionalInterface
  private interface Ending {
    void run() throws IOException;
  }
}
