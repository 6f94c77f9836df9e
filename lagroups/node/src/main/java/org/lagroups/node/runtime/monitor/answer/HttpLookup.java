package org.lagroups.node.runtime.monitor.answer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lagroups.machine.Bytes;

/** The status and the body of what is behind a URL; no redirection is followed. */
final class HttpLookup implements Lookup {

  /** A longer body is no answer. */
  static final long MAX_BODY_BYTES = 1 << 20;

  @Override
  public Bytes find(String url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(NetworkAnswers.PATIENCE).GET().build();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(NetworkAnswers.PATIENCE).build()) {
      CompletableFuture<HttpResponse<byte[]>> asked =
          client.sendAsync(
              request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY_BYTES));
      try {
        return digest(asked.get(NetworkAnswers.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("no answer from " + url, e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts this thread", e);
      } finally {
        asked.cancel(true);
        client.shutdownNow();
      }
    }
  }

  private static Bytes digest(HttpResponse<byte[]> response) {
    MessageDigest digest = Sha256.begin();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(response.statusCode()).flip());
    return Bytes.wrapOwned(digest.digest(response.body()));
  }
}
