package org.lagroups.node.transport.session.dial;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lagroups.machine.NodeAddress;

/** Turns host names into addresses, off the event loop because the system's resolver blocks. */
public final class NameLookup {

  private final EventLoop loop;
  private final Executor blocking;

  /**
   * A look-up for users on {@code loop}.
   *
   * @param blocking where the system's resolver may block
   */
  public NameLookup(EventLoop loop, Executor blocking) {
    this.loop = loop;
    this.blocking = blocking;
  }

  /** Calls {@code then} on the event loop, later; with an empty list for an unknown name. */
  void find(NodeAddress address, Consumer<List<InetSocketAddress>> then) {
    byte[] literal = NetUtil.createByteArrayFromIpAddressString(address.host());
    if (literal != null) {
      loop.execute(() -> then.accept(List.of(at(literal, address.port()))));
      return;
    }
    blocking.execute(() -> {
      List<InetSocketAddress> found = ask(address);
      loop.execute(() -> then.accept(found));
    });
  }

  private static List<InetSocketAddress> ask(NodeAddress address) {
    try {
      return Arrays.stream(InetAddress.getAllByName(address.host()))
          .map(found -> new InetSocketAddress(found, address.port()))
          .toList();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static InetSocketAddress at(byte[] literal, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(literal), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a parsed address has 4 or 16 bytes", e);
    }
  }
}
