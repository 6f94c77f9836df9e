/**
 * Room for the desktop client over all the programs; nothing lives here yet.
 *
 * <p>What belongs here: friends, groups with their live graph and the paths and cuts on it, search
 * and transfers, streams with their tree, signatures with their vouchers, alerts and settings. A
 * view shows a view model; a view model touches no control, so that it is tested without a screen;
 * and what it knows comes from a node's control API, never from a node's own classes. Whatever
 * takes long shows its progress and can be cancelled.
 */
@NullMarked
package org.lagroups.desktop;

import org.jspecify.annotations.NullMarked;
