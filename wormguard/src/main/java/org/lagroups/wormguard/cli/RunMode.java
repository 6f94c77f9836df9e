package org.lagroups.wormguard.cli;

/** What a guard does with what it sees. */
enum RunMode {
  /** Stands between two interfaces. */
  INLINE,
  /** Only tells. */
  OBSERVE,
  /** Watches, and has nftables block. */
  NFT,
  /** Reads a capture file, and writes it without what is dropped. */
  PCAP
}
