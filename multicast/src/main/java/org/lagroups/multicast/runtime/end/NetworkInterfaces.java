package org.lagroups.multicast.runtime.end;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import org.lagroups.machine.Printable;

/** Chooses the network interface for multicast. */
public final class NetworkInterfaces {

  private NetworkInterfaces() {}

  /**
   * The interface of this name; if it is empty, the first that can, and loopback only if there is
   * no other.
   *
   * @throws IOException with a message for people, if there is none
   */
  public static NetworkInterface forMulticast(String name) throws IOException {
    List<NetworkInterface> all =
        NetworkInterface.networkInterfaces().filter(NetworkInterfaces::isFit).toList();
    if (!name.isEmpty()) {
      return all.stream()
          .filter(one -> one.getName().equals(name))
          .findFirst()
          .orElseThrow(() -> new IOException(missing(name, all)));
    }
    return all.stream()
        .min(
            Comparator.comparing(NetworkInterfaces::isLoopback)
                .thenComparingInt(NetworkInterface::getIndex))
        .orElseThrow(() -> new IOException("this machine has no network interface for multicast"));
  }

  private static String missing(String name, List<NetworkInterface> all) {
    return "no network interface %s for multicast; there are: %s"
        .formatted(
            Printable.of(name),
            String.join(", ", all.stream().map(NetworkInterface::getName).toList()));
  }

  /** Linux lets loopback carry multicast though it does not say so. */
  private static boolean isFit(NetworkInterface one) {
    try {
      return one.isUp() && (one.supportsMulticast() || one.isLoopback());
    } catch (SocketException e) {
      return false; // it has just gone
    }
  }

  private static boolean isLoopback(NetworkInterface one) {
    try {
      return one.isLoopback();
    } catch (SocketException e) {
      return true; // it has just gone: any other is better
    }
  }
}
