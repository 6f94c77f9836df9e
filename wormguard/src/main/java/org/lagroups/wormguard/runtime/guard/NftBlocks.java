package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.lagroups.wormguard.inspect.Finding;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.runtime.bypass.ToolSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks by nftables: who sent what a rule wants blocked reaches that port of TCP or UDP no more,
 * here or beyond, for a while, and no longer than the rule may block. The table is the guard's own,
 * and goes with it, however it ends. A thread of its own speaks to {@code nft}.
 */
public final class NftBlocks implements FindingSink, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NftBlocks.class);
  private static final int MOST_WAITING = 1_024;
  private static final long POLL_MILLIS = 100;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long GRACE_MILLIS = 5_000;
  private static final String TABLE = "lag_guard_blocks";

  private final Settings settings;
  private final ToolSession nft;
  private final Standing standing;
  private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>();
  private final BlockList blocked;
  private final AtomicLong refused = new AtomicLong();
  private final Thread teller = Thread.ofPlatform().daemon().name("guard-nft").unstarted(this::run);
  private volatile boolean isClosed;

  /** Says for how long a rule may have a sender blocked. */
  @FunctionalInterface
  public interface Standing {

    /**
     * How many milliseconds are left, 0 or less if it may not. Any thread.
     *
     * @param high the first half of the sender's address, as in {@link Packet#sourceHigh()}
     * @param low the second half
     */
    long leftMillis(RuleKey rule, long high, long low);
  }

  private sealed interface Order {}

  private record Block(NftBlock block, RuleKey rule) implements Order {}

  private record Lift(RuleKey rule) implements Order {}

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

  private NftBlocks(Settings settings, ToolSession nft, Standing standing) {
    this.settings = settings;
    this.standing = standing;
    this.blocked = new BlockList(settings.most());
    this.nft = nft;
  }

  /**
   * Makes the table, which takes CAP_NET_ADMIN; nothing later does.
   *
   * @param standing asked when a block begins, and again and again while it lasts
   * @throws GuardException if that cannot be done
   */
  public static NftBlocks open(Settings settings, Standing standing) throws GuardException {
    ToolSession nft;
    try {
      nft = ToolSession.start("nft", "-i");
    } catch (IOException e) {
      throw new GuardException("blocking takes `nft` (Debian: nftables): " + e.getMessage(), e);
    }
    NftBlocks blocks = new NftBlocks(settings, nft, standing);
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
    if (!finding.alert().isBlocked() || !(packet.isTcp() || packet.isUdp())) {
      return;
    }
    if (waiting.size() < MOST_WAITING) {
      waiting.add(new Block(NftBlock.of(packet), finding.alert().rule().key()));
    } else {
      refused.incrementAndGet();
    }
  }

  /** Ends, soon, all that a rule had blocked so far. Any thread. */
  public void lift(RuleKey rule) {
    waiting.add(new Lift(rule));
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
    List<String> now = nft.ask("list table inet " + TABLE, "}", ToolSession.OPENING_MILLIS);
    if (now.stream().noneMatch(line -> line.strip().startsWith(wanted))) {
      throw new IOException("nft does not take it");
    }
  }

  private void run() {
    try {
      long looked = System.nanoTime();
      while (!isClosed) {
        switch (waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          case null -> {}
          case Block(NftBlock block, RuleKey rule) -> begin(block, rule);
          case Lift(RuleKey rule) -> end((by, _) -> !by.equals(rule));
        }
        if (System.nanoTime() - looked >= LOOK_NANOS) {
          looked = System.nanoTime();
          end((rule, block) -> standing.leftMillis(rule, block.high(), block.low()) > 0);
        }
      }
    } catch (IOException e) {
      LOG.atError().setCause(e).log("nft has ended: nothing is blocked any more");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(NftBlock block, RuleKey rule) throws IOException {
    long now = System.nanoTime();
    long millis =
        Math.min(
            TimeUnit.SECONDS.toMillis(settings.seconds()),
            standing.leftMillis(rule, block.high(), block.low()));
    if (millis < 1) {
      return;
    }
    switch (blocked.want(block, rule, millis, now)) {
      case BEGINS -> nft.tell(add(block, millis));
      // In one transaction, so that nothing passes between.
      case LASTS_LONGER -> nft.tell(delete(block) + "; " + add(block, millis));
      case STAYS -> {}
      case NO_ROOM -> refused.incrementAndGet();
    }
  }

  private void end(BiPredicate<RuleKey, NftBlock> mayBlock) throws IOException {
    for (NftBlock block : blocked.end(System.nanoTime(), mayBlock)) {
      nft.tell(delete(block));
    }
  }

  private static String add(NftBlock block, long millis) {
    return "add element inet %s %s { %s timeout %dms }"
        .formatted(TABLE, block.version().set(), block.element(), millis);
  }

  private static String delete(NftBlock block) {
    return "delete element inet %s %s { %s }"
        .formatted(TABLE, block.version().set(), block.element());
  }
}
