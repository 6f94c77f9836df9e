package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.lagroups.wormguard.inspect.Finding;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.runtime.bypass.ToolSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks by nftables: who sent what a rule wants blocked reaches that port of TCP or UDP no more,
 * here or beyond, for a while; for a rule of partners no longer than these vouch for it as that is
 * known when the block begins. The table is the guard's own, and goes with it, however it ends. A
 * thread of its own speaks to {@code nft}.
 */
public final class NftBlocks implements FindingSink, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NftBlocks.class);
  private static final int MOST_WAITING = 1_024;
  private static final long POLL_MILLIS = 100;
  private static final long GRACE_MILLIS = 5_000;
  private static final String TABLE = "lag_guard_blocks";

  private final Settings settings;
  private final ToolSession nft;
  private final ToLongFunction<Rule> leftMillis;
  private final BlockingQueue<Wanted> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Map<NftBlock, Long> blocked = new LinkedHashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private final Thread teller = Thread.ofPlatform().daemon().name("guard-nft").unstarted(this::run);
  private volatile boolean isClosed;

  /** A block, and for how long it may last at most. */
  private record Wanted(NftBlock block, long mostMillis) {}

  /**
   * Bounds of blocks.
   *
   * @param seconds how long each lasts: 1 to 604,800, a week
   * @param most how many there are at a time: 1 to 1,000,000
   */
  public record Settings(int seconds, int most) {

    /** Ten minutes, and 65,536. */
    public static final Settings DEFAULT = new Settings(600, 1 << 16);

    private static final int WEEK = 604_800;
    private static final int MOST = 1_000_000;

    public Settings {
      if (seconds < 1 || seconds > WEEK || most < 1 || most > MOST) {
        throw new IllegalArgumentException(
            "blocks last 1 to %,d s, and are 1 to %,d".formatted(WEEK, MOST));
      }
    }
  }

  private NftBlocks(Settings settings, ToolSession nft, ToLongFunction<Rule> leftMillis) {
    this.settings = settings;
    this.leftMillis = leftMillis;
    this.nft = nft;
  }

  /**
   * Makes the table, which takes CAP_NET_ADMIN; nothing later does.
   *
   * @param leftMillis for how long a rule may block from now on
   * @throws GuardException if that cannot be done
   */
  public static NftBlocks open(Settings settings, ToLongFunction<Rule> leftMillis)
      throws GuardException {
    ToolSession nft;
    try {
      nft = ToolSession.start("nft", "-i");
    } catch (IOException e) {
      throw new GuardException("blocking takes `nft` (Debian: nftables): " + e.getMessage(), e);
    }
    NftBlocks blocks = new NftBlocks(settings, nft, leftMillis);
    try {
      blocks.make();
    } catch (IOException e) {
      nft.close();
      throw new GuardException(
          "cannot make a table of nftables, which takes root's rights, Linux 5.12 and nftables"
              + " 0.9.9, and that no other guard has one here: "
              + e.getMessage(),
          e);
    }
    blocks.teller.start();
    return blocks;
  }

  @Override
  public void found(Finding finding) {
    Packet packet = finding.packet();
    if (finding.alert().isBlocked()
        && (packet.isTcp() || packet.isUdp())
        && !waiting.offer(
            new Wanted(NftBlock.of(packet), leftMillis.applyAsLong(finding.alert().rule())))) {
      refused.incrementAndGet();
    }
  }

  /** Blocks that there was no room or time for. Any thread. */
  public long refused() {
    return refused.get();
  }

  /** Removes all blocks. */
  @Override
  public void close() {
    isClosed = true;
    try {
      teller.join(GRACE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    nft.close();
  }

  private void make() throws IOException {
    nft.tell("add table inet %s { flags owner; }".formatted(TABLE));
    for (NftBlock.Version version : NftBlock.Version.values()) {
      nft.tell(
          "add set inet %s %s { type %s . inet_proto . inet_service; flags timeout; size %d; }"
              .formatted(TABLE, version.set(), version.type(), settings.most()));
    }
    nft.tell(
        "add chain inet %s in { type filter hook prerouting priority -300; policy accept; }"
            .formatted(TABLE));
    String last = "";
    for (NftBlock.Version version : NftBlock.Version.values()) {
      last = "%s saddr . meta l4proto . th dport @%s".formatted(version.word(), version.set());
      nft.tell("add rule inet %s in %s drop".formatted(TABLE, last));
    }
    String wanted = last;
    if (nft.ask("list table inet " + TABLE, "}").stream()
        .noneMatch(line -> line.strip().startsWith(wanted))) {
      throw new IOException("nft does not take it");
    }
  }

  private void run() {
    try {
      while (!isClosed) {
        Wanted wanted = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (wanted != null) {
          add(wanted.block(), wanted.mostMillis());
        }
      }
    } catch (IOException e) {
      LOG.atError().setCause(e).log("nft has ended: nothing is blocked any more");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(NftBlock block, long mostMillis) throws IOException {
    long now = System.nanoTime();
    long millis = Math.min(TimeUnit.SECONDS.toMillis(settings.seconds()), mostMillis);
    if (millis < 1) {
      return;
    }
    blocked.values().removeIf(until -> now - until >= 0);
    if (blocked.containsKey(block)) {
      return;
    }
    if (blocked.size() >= settings.most()) {
      refused.incrementAndGet();
      return;
    }
    blocked.put(block, now + TimeUnit.MILLISECONDS.toNanos(millis));
    nft.tell(
        "add element inet %s %s { %s timeout %dms }"
            .formatted(TABLE, block.version().set(), block.element(), millis));
  }
}
