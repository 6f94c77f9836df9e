package org.lagroups.node.runtime.monitor.answer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;

/**
 * The public key that a server shows in its TLS handshake. Whether anybody certifies it does not
 * matter: whether all see the same one is the question. Nothing is sent to the server.
 */
final class KeyLookup implements Lookup {

  @Override
  public Bytes find(String subject) throws IOException {
    NodeAddress address = NodeAddress.parse(subject);
    int millis = (int) NetworkAnswers.PATIENCE.toMillis();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.host(), address.port()), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket =
          (SSLSocket)
              acceptingAny()
                  .getSocketFactory()
                  .createSocket(plain, address.host(), address.port(), true)) {
        socket.startHandshake();
        byte[] key = socket.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
        return Sha256.of(key);
      }
    }
  }

  private static SSLContext acceptingAny() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AcceptingAny()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS here", e);
    }
  }

  /** Certifies nothing: what is learned from the connection is the key alone. */
  private static final class AcceptingAny extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
