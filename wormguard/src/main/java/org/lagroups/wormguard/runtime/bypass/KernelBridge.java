package org.lagroups.wormguard.runtime.bypass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Two interfaces that are joined by a bridge of the kernel, which is shut as long as this is open
 * and its process lives.
 *
 * <p>Shut means that all frames are dropped where they come in, behind the place where packet
 * sockets see them. The table that says so belongs to a process of {@code nft} ({@code flags
 * owner}, Linux 5.12), and goes with it; and that goes with this one, even by SIGKILL, as its
 * standard input ends. One thread at a time.
 */
public final class KernelBridge implements AutoCloseable {

  private static final Path INTERFACES = Path.of("/sys/class/net");
  private static final String PREFIX = "lagbr";
  private static final int MOST_BRIDGES = 1_000;

  /** How long the kernel may take while frames wait. */
  private static final long GUARDING_MILLIS = 2_000;

  private static final long POLL_MILLIS = 10;

  private final String left;
  private final String right;
  private final String bridge;
  private final String table;
  private final ToolSession nft;
  private final ToolSession ip;

  private KernelBridge(String left, String right, String bridge, ToolSession nft, ToolSession ip) {
    this.left = left;
    this.right = right;
    this.bridge = bridge;
    this.table = "lag_guard_" + bridge;
    this.nft = nft;
    this.ip = ip;
  }

  /**
   * Joins two interfaces, after shutting the bridge between them; takes over what an earlier guard
   * has left.
   *
   * @throws IOException if that cannot be done, with the reason for people
   */
  public static KernelBridge shut(String left, String right) throws IOException {
    String bridge = bridgeFor(left, right);
    ToolSession nft = start("nft", "-i");
    ToolSession ip;
    try {
      ip = start("ip", "-force", "-batch", "-");
    } catch (IOException e) {
      nft.close();
      throw e;
    }
    KernelBridge made = new KernelBridge(left, right, bridge, nft, ip);
    try {
      made.hold(ToolSession.OPENING_MILLIS);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  /**
   * Takes apart what a guard that failed open has left, for one that fails closed.
   *
   * @throws IOException if that cannot be done
   */
  public static void takeApart(String left, String right) throws IOException {
    for (String name : List.of(left, right)) {
      Optional<String> master = master(name);
      if (master.filter(KernelBridge::isOurs).isPresent()) {
        try (ToolSession ip = start("ip", "-force", "-batch", "-")) {
          ip.tell("link del dev " + master.get());
          awaitMaster(name, Optional.empty(), ToolSession.OPENING_MILLIS);
        }
      } else if (master.isPresent()) {
        throw new IOException(foreign(name, master.get()));
      }
    }
  }

  /**
   * Sees to it again, for an interface that was gone.
   *
   * @throws IOException if it cannot be done
   */
  public void hold() throws IOException {
    hold(GUARDING_MILLIS);
  }

  /** Whether the bridge is still shut. */
  public boolean isShut() {
    return nft.isAlive();
  }

  /** The kernel's name for it. */
  public String name() {
    return bridge;
  }

  /** Lets the kernel's bridge forward, from now on. */
  @Override
  public void close() {
    nft.close();
    ip.close();
  }

  private void hold(long millis) throws IOException {
    nft.tell("add table netdev %s { flags owner; }".formatted(table));
    shut(left, millis);
    shut(right, millis);
    if (!Files.exists(INTERFACES.resolve(bridge))) {
      ip.tell("link add name %s type bridge stp_state 0 mcast_snooping 0".formatted(bridge));
      ip.tell("link set dev %s addrgenmode none".formatted(bridge));
      ip.tell("link set dev %s up".formatted(bridge));
    }
    for (String name : List.of(left, right)) {
      if (Files.exists(INTERFACES.resolve(name))) {
        ip.tell("link set dev %s master %s up".formatted(name, bridge));
        awaitMaster(name, Optional.of(bridge), millis);
      }
    }
  }

  private void shut(String name, long millis) throws IOException {
    if (!Files.exists(INTERFACES.resolve(name))) {
      return;
    }
    nft.tell(
        ("add chain netdev %s on_%s"
                + " { type filter hook ingress device \"%s\" priority 0; policy drop; }")
            .formatted(table, chain(name), name));
    // What was refused is repeated, too, but behind the words of the refusal.
    String hook = "type filter hook ingress device \"%s\"".formatted(name);
    List<String> now = nft.ask("list table netdev " + table, "}", millis);
    if (now.stream().noneMatch(line -> line.strip().startsWith(hook))) {
      throw new IOException(
          "cannot shut the bridge at %s, which takes Linux 5.12 and nftables 0.9.9: %s"
              .formatted(name, String.join(" ", now).strip()));
    }
  }

  /** Names of chains have letters, digits and underscores. */
  private static String chain(String name) {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      chain.append(Integer.toHexString(name.charAt(i)));
    }
    return chain.toString();
  }

  private static String bridgeFor(String left, String right) throws IOException {
    for (String name : List.of(left, right)) {
      Optional<String> master = master(name);
      if (master.filter(KernelBridge::isOurs).isPresent()) {
        return master.get();
      }
      if (master.isPresent()) {
        throw new IOException(foreign(name, master.get()));
      }
    }
    for (int number = 0; number < MOST_BRIDGES; number++) {
      if (!Files.exists(INTERFACES.resolve(PREFIX + number))) {
        return PREFIX + number;
      }
    }
    throw new IOException("there are %d bridges of guards already".formatted(MOST_BRIDGES));
  }

  private static boolean isOurs(String bridge) {
    return bridge.startsWith(PREFIX);
  }

  private static String foreign(String name, String master) {
    return "interface %1$s is a part of %2$s; take it out: ip link set dev %1$s nomaster"
        .formatted(name, master);
  }

  private static Optional<String> master(String name) throws IOException {
    Path link = INTERFACES.resolve(name).resolve("master");
    return Files.isSymbolicLink(link)
        ? Optional.of(Files.readSymbolicLink(link).getFileName().toString())
        : Optional.empty();
  }

  private static void awaitMaster(String name, Optional<String> wanted, long millis)
      throws IOException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (!master(name).equals(wanted)) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            wanted.isPresent()
                ? "interface %s did not become a part of %s".formatted(name, wanted.get())
                : "interface %s did not leave its bridge".formatted(name));
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static ToolSession start(String... command) throws IOException {
    try {
      return ToolSession.start(command);
    } catch (IOException e) {
      throw new IOException(
          "failing open takes `%s` (Debian: iproute2 and nftables): %s"
              .formatted(command[0], e.getMessage()),
          e);
    }
  }
}
