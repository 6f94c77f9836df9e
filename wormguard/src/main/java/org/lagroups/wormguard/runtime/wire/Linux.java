package org.lagroups.wormguard.runtime.wire;

/** Numbers of Linux's interface that are used here, under their names there. */
final class Linux {

  static final int AF_PACKET = 17;
  static final int SOCK_RAW = 3;
  static final int SOCK_CLOEXEC = 0x80000;

  static final int ETH_P_ALL = 3;
  static final int ARPHRD_ETHER = 1;

  static final int SOL_SOCKET = 1;
  static final int SO_RCVBUFFORCE = 33;
  static final int SO_SNDBUFFORCE = 32;

  static final int SOL_PACKET = 263;
  static final int PACKET_ADD_MEMBERSHIP = 1;
  static final int PACKET_STATISTICS = 6;
  static final int PACKET_AUXDATA = 8;
  static final int PACKET_VNET_HDR = 15;
  static final int PACKET_IGNORE_OUTGOING = 23;
  static final int PACKET_MR_PROMISC = 1;

  static final int TP_STATUS_VLAN_VALID = 1 << 4;
  static final int TP_STATUS_VLAN_TPID_VALID = 1 << 6;

  static final int VIRTIO_NET_HDR_F_NEEDS_CSUM = 1;
  static final int VIRTIO_NET_HDR_GSO_NONE = 0;

  static final int MSG_TRUNC = 0x20;
  static final int MSG_DONTWAIT = 0x40;

  static final int POLLIN = 1;
  static final int POLLOUT = 4;

  static final int EPERM = 1;
  static final int EINTR = 4;
  static final int ENXIO = 6;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int EMSGSIZE = 90;
  static final int ENETDOWN = 100;
  static final int ENOBUFS = 105;

  private Linux() {}
}
