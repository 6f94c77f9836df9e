package org.lagroups.node.runtime.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.machine.NodeAddress;
import org.lagroups.node.state.config.NodeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where others are told to reach this node. */
final class OwnAddresses {

  private static final Logger LOG = LoggerFactory.getLogger(OwnAddresses.class);

  private OwnAddresses() {}

  /**
   * What the settings say, or else the address it listens on, or else those of this machine: public
   * ones first, the loopback address only if there is nothing else.
   */
  static List<NodeAddress> of(NodeConfig config, int port) throws UnknownHostException {
    if (!config.advertised().isEmpty()) {
      return firstFew(config.advertised().stream().map(one -> one.at(port)).toList());
    }
    InetAddress listening = InetAddress.getByName(config.listenHost());
    if (!listening.isAnyLocalAddress()) {
      return List.of(new NodeAddress(text(listening), port));
    }
    return firstFew(
        ofMachine().stream().map(address -> new NodeAddress(text(address), port)).toList());
  }

  private static List<InetAddress> ofMachine() {
    List<InetAddress> all = new ArrayList<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
          .sorted(Comparator.comparing(InetAddress::isSiteLocalAddress))
          .forEach(all::add);
    } catch (SocketException e) {
      LOG.atWarn().setCause(e).log("cannot list this machine's addresses; see network.advertise");
    }
    return all.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : all;
  }

  private static List<NodeAddress> firstFew(List<NodeAddress> addresses) {
    SequencedSet<NodeAddress> distinct = new LinkedHashSet<>(addresses);
    return distinct.stream().limit(LinkStateAdvertisement.MAX_ADDRESSES).toList();
  }

  /** Without the scope that Java adds to some IPv6 addresses. */
  private static String text(InetAddress address) {
    String host = address.getHostAddress();
    return address instanceof Inet6Address ? host.replaceFirst("%.*", "") : host;
  }
}
