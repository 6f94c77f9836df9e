package org.lagroups.desktop.search;

import java.util.List;

/**
 * One of the paths from this node to a publisher that have nobody in common.
 *
 * @param names of those in between, safe to show; empty if one vouches for the publisher oneself
 * @param outcome what a check over it brought, as in {@link
 *     org.lagroups.fileshare.api.VerificationView.RouteView}; empty without a check
 */
record Lane(List<String> names, String outcome) {

  Lane {
    names = List.copyOf(names);
  }
}
