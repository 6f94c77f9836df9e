package org.lagroups.scenarios.bench.group.space;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lagroups.scenarios.bench.group.host.SentBytes;

/**
 * A network namespace for each {@link Place}, joined by a bridge in one more. Packets are lost on
 * the bridge, where neither sender nor receiver is told. Removed when closed, or when this process
 * ends.
 */
public final class StarNetwork implements AutoCloseable {

  private static final String BRIDGE = "bridge";
  private static final String PREFIX_LENGTH = "/24";

  private final NetworkSpace hub;
  private final Map<Place, NetworkSpace> spaces = new EnumMap<>(Place.class);

  private StarNetwork(NetworkSpace hub) {
    this.hub = hub;
  }

  /** Makes one; empty where that is not allowed, or {@code ip} or {@code nft} are missing. */
  public static Optional<StarNetwork> make(String label) throws InterruptedException {
    Optional<StarNetwork> made = NetworkSpace.make(label + "-hub").map(StarNetwork::new);
    if (made.isPresent() && !made.get().build(label)) {
      made.get().close();
      return Optional.empty();
    }
    return made;
  }

  /** Whether there can be such networks here. */
  public static boolean isPossible() throws InterruptedException {
    Optional<StarNetwork> tried = make("try");
    tried.ifPresent(StarNetwork::close);
    return tried.isPresent();
  }

  /** What runs at a place. */
  public NetworkSpace at(Place place) {
    NetworkSpace space = spaces.get(place);
    if (space == null) {
      throw new IllegalStateException("there is nothing at " + place);
    }
    return space;
  }

  /** Lets packets get lost from now on. */
  public void suffer(Trouble trouble) throws InterruptedException {
    heal();
    require(hub.nft(trouble.rules()), "cannot let packets get lost");
  }

  /** From now on no packet is lost. */
  public void heal() throws InterruptedException {
    require(hub.nft("flush ruleset"), "cannot take back the rules for packets");
  }

  @Override
  public void close() {
    spaces.values().forEach(NetworkSpace::close);
    hub.close();
  }

  private boolean build(String label) throws InterruptedException {
    if (!hub.ip("link", "add", "name", BRIDGE, "type", "bridge")
        || !hub.ip("link", "set", "dev", BRIDGE, "up")) {
      return false;
    }
    for (Place place : Place.values()) {
      if (!join(place, label + "-" + place.name().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return hub.nft(Trouble.LOSS.rules()) && hub.nft("flush ruleset");
  }

  private boolean join(Place place, String label) throws InterruptedException {
    Optional<NetworkSpace> made = NetworkSpace.make(label);
    if (made.isEmpty()) {
      return false;
    }
    NetworkSpace space = made.get();
    spaces.put(place, space);
    String cable = place.cable();
    String outward = SentBytes.OUTWARD;
    String address = place.address() + PREFIX_LENGTH;
    return hub.ip(
            "link", "add", "name", cable, "type", "veth", "peer", outward, "netns", space.name())
        && hub.ip("link", "set", "dev", cable, "master", BRIDGE)
        && hub.ip("link", "set", "dev", cable, "up")
        && space.ip("addr", "add", address, "dev", outward)
        && space.ip("link", "set", "dev", outward, "up");
  }

  private static void require(boolean done, String otherwise) {
    if (!done) {
      throw new IllegalStateException(otherwise);
    }
  }
}
