package org.lagroups.node.transport.dual;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;
import org.lagroups.node.transport.auth.TlsContext;

/** A client of TLS over TCP that keeps to no rules of ours. Blocks. */
final class RawTlsPeer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int RECEIVE_BUFFER_BYTES = 4_096;

  private final SSLSocket socket;

  private RawTlsPeer(SSLSocket socket) {
    this.socket = socket;
  }

  /** Authenticates as the node made from {@code seed}. */
  static RawTlsPeer connect(TestNode target, int seed) throws Exception {
    SessionCertificate own = SessionCertificate.issue(TestNode.identity(seed), Instant.now());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("own", own.key(), new char[0], new X509Certificate[] {own.certificate()});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(managers.getKeyManagers(), new TrustManager[] {new HandshakeTrust()}, null);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    socket.setSoTimeout(PATIENCE_MILLIS);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {TlsContext.APPLICATION_PROTOCOL});
    socket.setSSLParameters(parameters);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()));
    socket.startHandshake();
    return new RawTlsPeer(socket);
  }

  void send(byte... content) throws IOException {
    socket.getOutputStream().write(content);
  }

  /** All that comes until the node closes the connection. */
  byte[] readToTheEnd() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
