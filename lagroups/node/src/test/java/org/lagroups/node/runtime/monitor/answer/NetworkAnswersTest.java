package org.lagroups.node.runtime.monitor.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.machine.Bytes;
import org.lagroups.node.runtime.host.NettyLoop;
import org.lagroups.node.transport.EventLoops;

/** A node's own answers, from a resolver and servers on loopback. */
@Tag("network")
@Timeout(60)
class NetworkAnswersTest {

  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  private final EventLoopGroup loops = EventLoops.newGroup(1, "test-answers");
  private final NettyLoop loop = new NettyLoop(loops.next());

  @AfterEach
  void end() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }

  @Test
  void findsTheAddressesOfANameInAnyOrder() throws IOException {
    try (Resolver one = new Resolver(List.of("192.0.2.1", "192.0.2.2"));
        Resolver other = new Resolver(List.of("192.0.2.2", "192.0.2.1"));
        Resolver liar = new Resolver(List.of("192.0.2.66"));
        Resolver empty = new Resolver(List.of())) {
      Optional<Bytes> answer = ask(one.url(), "dns example.org");
      assertThat(answer).isPresent().isEqualTo(ask(other.url(), "dns example.org"));
      assertThat(ask(liar.url(), "dns example.org")).isPresent().isNotEqualTo(answer);
      assertThat(ask(empty.url(), "dns example.org")).isEmpty();
    }
  }

  @Test
  void findsWhatIsBehindAUrl() throws IOException {
    AtomicReference<String> body = new AtomicReference<>("hello");
    HttpServer server = HttpServer.create(new InetSocketAddress(LOCAL, 0), 0);
    server.createContext(
        "/page",
        exchange -> {
          byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String url = "http http://127.0.0.1:" + server.getAddress().getPort();
      Optional<Bytes> hello = ask("dns:", url + "/page");
      assertThat(hello).isPresent().isEqualTo(ask("dns:", url + "/page"));
      assertThat(ask("dns:", url + "/other")).isPresent().isNotEqualTo(hello);
      body.set("goodbye");
      assertThat(ask("dns:", url + "/page")).isPresent().isNotEqualTo(hello);
      body.set("x".repeat((int) HttpLookup.MAX_BODY_BYTES + 1));
      assertThat(ask("dns:", url + "/page")).as("too long").isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void hasNoAnswerWhereNothingListensOrNoTlsIsSpoken() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, LOCAL)) {
      free = socket.getLocalPort();
    }
    assertThat(ask("dns:", "http http://127.0.0.1:" + free + "/")).isEmpty();
    assertThat(ask("dns:", "key 127.0.0.1:" + free)).isEmpty();
    HttpServer plain = HttpServer.create(new InetSocketAddress(LOCAL, 0), 0);
    plain.start();
    try {
      assertThat(ask("dns:", "key 127.0.0.1:" + plain.getAddress().getPort())).isEmpty();
    } finally {
      plain.stop(0);
    }
  }

  @Test
  void findsTheKeyOfAServerAndNoticesAnother() throws Exception {
    try (TlsServer one = new TlsServer();
        TlsServer impostor = new TlsServer()) {
      Optional<Bytes> key = ask("dns:", "key 127.0.0.1:" + one.port());
      assertThat(key).contains(Sha256.of(one.publicKey()));
      assertThat(ask("dns:", "key 127.0.0.1:" + one.port())).isEqualTo(key);
      assertThat(ask("dns:", "key 127.0.0.1:" + impostor.port())).isPresent().isNotEqualTo(key);
    }
  }

  private Optional<Bytes> ask(String resolver, String question) {
    CompletableFuture<Optional<Bytes>> answer = new CompletableFuture<>();
    new NetworkAnswers(loop, resolver)
        .find(
            Question.parse(question),
            found -> {
              assertThat(loop.isCurrent()).isTrue();
              answer.complete(found);
            });
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** A DNS server that gives every name the same IPv4 addresses (RFC 1035, section 4). */
  private static final class Resolver implements AutoCloseable {

    private final DatagramSocket socket = new DatagramSocket(0, LOCAL);
    private final List<String> addresses;

    Resolver(List<String> addresses) throws IOException {
      this.addresses = addresses;
      Thread.ofVirtual().start(this::serve);
    }

    String url() {
      return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
      byte[] buffer = new byte[512];
      while (!socket.isClosed()) {
        try {
          DatagramPacket query = new DatagramPacket(buffer, buffer.length);
          socket.receive(query);
          byte[] reply = reply(ByteBuffer.wrap(buffer, 0, query.getLength()));
          socket.send(new DatagramPacket(reply, reply.length, query.getSocketAddress()));
        } catch (IOException e) {
          return; // closed
        }
      }
    }

    private byte[] reply(ByteBuffer query) throws IOException {
      int end = 12;
      while (query.get(end) != 0) {
        end += query.get(end) + 1;
      }
      end += 5;
      ByteBuffer out = ByteBuffer.allocate(512);
      out.putShort(query.getShort(0)).putShort((short) 0x8180).putShort((short) 1);
      out.putShort((short) addresses.size()).putInt(0);
      out.put(query.slice(12, end - 12));
      for (String address : addresses) {
        out.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(60);
        out.putShort((short) 4).put(InetAddress.ofLiteral(address).getAddress());
      }
      byte[] reply = new byte[out.position()];
      out.flip().get(reply);
      return reply;
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
