// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** An activity of an actor of this node. */
public sealed interface Outgoing
        permits CreateVideo,
                UpdateVideo,
                CreateNote,
                UpdateNote,
                UpdateActor,
                MoveActor,
                AnnounceObject,
                AnnounceActivity,
                DeleteObject,
                DeleteActor,
                AcceptFollow,
                RejectFollow,
                FollowActor,
                UndoFollow,
                UndoAnnounce,
                InviteDirectory,
                AcceptInvite,
                RejectInvite,
                RejectInviteByRule,
                AddVouch,
                RemoveVouch,
                InviteToRing,
                JoinRing,
                AnnounceJoin,
                AcceptJoin,
                RejectJoin,
                LeaveRing,
                AddMember,
                RemoveMember,
                Heartbeat,
                Departure,
                OfferTravel,
                AcceptTravel,
                RejectTravel,
                UndoTravel,
                SetOut,
                TravelReceipt,
                ReportContent {

    /** Its address: others take an activity once. */
    URI id();

    /** Who does it, and whose key signs it. */
    URI actor();

    /** Whom it addresses. */
    Audience audience();
}
