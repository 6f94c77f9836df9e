package org.lagroups.wormguard.runtime.guard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.machine.Printable;
import org.lagroups.wormguard.eve.EveLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log of events in a file that is put aside when it is large: {@code eve.json}, then {@code
 * eve.json.1}, and so on; the last of them is removed. A thread of its own writes, so that a slow
 * or full disk keeps no packet waiting: what it cannot take in time is lost, and counted.
 */
public final class RotatingLog implements EveLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RotatingLog.class);
  private static final int MOST_WAITING = 8_192;
  private static final long POLL_MILLIS = 200;
  private static final long GRACE_MILLIS = 5_000;

  private final Path path;
  private final Settings settings;
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Thread writer = Thread.ofPlatform().daemon().name("guard-eve").unstarted(this::run);
  private volatile boolean isToReopen;
  private volatile boolean isClosed;
  private OutputStream out = OutputStream.nullOutputStream();
  private long size;
  private boolean isFailing;

  /**
   * How large files get.
   *
   * @param mostBytes when a file is put aside: at least 64 KiB
   * @param kept how many of these stay: 0 to 1,000
   */
  public record Settings(long mostBytes, int kept) {

    /** 100 MiB, and 5 of them. */
    public static final Settings DEFAULT = new Settings(100L << 20, 5);

    private static final long LEAST_BYTES = 64 << 10;
    private static final int MOST_KEPT = 1_000;

    public Settings {
      if (mostBytes < LEAST_BYTES || kept < 0 || kept > MOST_KEPT) {
        throw new IllegalArgumentException(
            "a file of events has at least %d bytes, and up to %d are kept"
                .formatted(LEAST_BYTES, MOST_KEPT));
      }
    }
  }

  /** A log that takes lines, and writes them once it is started. */
  public RotatingLog(Path path, Settings settings) {
    this.path = path;
    this.settings = settings;
  }

  /**
   * Opens the file and begins to write behind what is there, with the rights of now.
   *
   * @throws GuardException if it cannot be opened
   */
  public void start() throws GuardException {
    try {
      open();
    } catch (IOException e) {
      throw new GuardException(
          "cannot write events to %s: %s; its folder has to be there, and be the guard's to write to"
              .formatted(
                  Printable.of(path.toString()), Printable.of(String.valueOf(e.getMessage()))),
          e);
    }
    writer.start();
  }

  @Override
  public void line(byte[] bytes, int length) {
    if (!waiting.offer(Arrays.copyOf(bytes, length))) {
      lost.incrementAndGet();
    }
  }

  /** Soon goes on in a file of this name anew, for those who put files aside themselves. */
  public void reopen() {
    isToReopen = true;
  }

  /** Lines that were lost. Any thread. */
  public long lost() {
    return lost.get();
  }

  /** Writes what waits, for 5 s at most. */
  @Override
  public void close() {
    isClosed = true;
    try {
      writer.join(GRACE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosed || !waiting.isEmpty()) {
      try {
        byte[] line = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        step(line == null ? new byte[0] : line);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    try {
      out.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void step(byte[] line) {
    try {
      if (isToReopen) {
        isToReopen = false;
        out.close();
        open();
      }
      if (size > 0 && size + line.length > settings.mostBytes()) {
        rotate();
      }
      out.write(line);
      size += line.length;
      if (waiting.isEmpty()) {
        out.flush();
      }
      isFailing = false;
    } catch (IOException e) {
      failed(e);
      lost.incrementAndGet();
    }
  }

  private void rotate() throws IOException {
    out.close();
    for (int number = settings.kept(); number > 1; number--) {
      Path from = numbered(number - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (settings.kept() > 0) {
      Files.move(path, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(path);
    }
    open();
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private void open() throws IOException {
    out =
        new BufferedOutputStream(
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    size = Files.size(path);
  }

  private void failed(IOException e) {
    if (!isFailing) {
      isFailing = true;
      LOG.atError().setCause(e).addKeyValue("file", path).log("events cannot be written");
    }
  }
}
