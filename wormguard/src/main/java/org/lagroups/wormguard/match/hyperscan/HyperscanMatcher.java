package org.lagroups.wormguard.match.hyperscan;

import java.util.concurrent.atomic.AtomicBoolean;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;

/** Holds a database until it is closed; so does each scanner. */
final class HyperscanMatcher implements LiteralMatcher {

  private final HyperscanDatabase database;
  private final AtomicBoolean closed = new AtomicBoolean();

  HyperscanMatcher(HyperscanDatabase database) {
    this.database = database;
  }

  @Override
  public LiteralScanner newScanner() {
    requireOpen();
    if (!database.hold()) {
      throw isClosed();
    }
    try {
      return HyperscanScanner.of(this, database);
    } catch (RuntimeException e) {
      database.letGo();
      throw e;
    }
  }

  @Override
  public long memoryBytes() {
    return database.sizeBytes();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      database.letGo();
    }
  }

  void requireOpen() {
    if (closed.get()) {
      throw isClosed();
    }
  }

  private static IllegalStateException isClosed() {
    return new IllegalStateException("the matcher is closed; compile another one");
  }
}
