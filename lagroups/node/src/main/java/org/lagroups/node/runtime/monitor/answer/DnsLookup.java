package org.lagroups.node.runtime.monitor.answer;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.TreeSet;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;

/**
 * The addresses of a name, IPv4 and IPv6, in order. The resolver is asked each time: no answer of
 * this process's own cache is told to others.
 *
 * @param resolver a URL for the DNS provider of JNDI
 */
record DnsLookup(String resolver) implements Lookup {

  /** A first try; a second one waits twice as long. */
  private static final String TRY_MILLIS = "1500";

  private static final String[] TYPES = {"A", "AAAA"};

  // A question's host name has no colon, so it is never taken for a URL of another provider, and
  // the DNS provider makes strings of addresses: nothing is deserialized.
  @SuppressWarnings("BanJNDI")
  @Override
  public Bytes find(String name) throws IOException {
    TreeSet<String> addresses = new TreeSet<>();
    try {
      InitialDirContext context = new InitialDirContext(environment());
      try {
        Attributes records = context.getAttributes(name, TYPES);
        for (String type : TYPES) {
          addresses.addAll(addresses(records.get(type)));
        }
      } finally {
        context.close();
      }
    } catch (NamingException e) {
      throw new IOException("cannot resolve " + name, e);
    }
    if (addresses.isEmpty()) {
      throw new IOException("no address of " + name);
    }
    return Sha256.of(String.join("\n", addresses).getBytes(StandardCharsets.US_ASCII));
  }

  @SuppressWarnings("JdkObsolete") // the constructor it is for takes nothing else
  private Hashtable<String, String> environment() {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, resolver);
    environment.put("com.sun.jndi.dns.timeout.initial", TRY_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    return environment;
  }

  /**
   * The addresses in some records, in one form, however they were written.
   *
   * @throws IOException if one is no address
   */
  static TreeSet<String> addresses(@Nullable Attribute records)
      throws NamingException, IOException {
    TreeSet<String> addresses = new TreeSet<>();
    if (records != null) {
      NamingEnumeration<?> all = records.getAll();
      while (all.hasMore()) {
        addresses.add(address(String.valueOf(all.next())));
      }
    }
    return addresses;
  }

  private static String address(String text) throws IOException {
    try {
      return InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address: " + Printable.of(text), e);
    }
  }
}
