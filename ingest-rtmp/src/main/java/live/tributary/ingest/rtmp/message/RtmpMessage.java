// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** Everything the two sides can say to each other. Section numbers in this package are those of RTMP 1.0. */
public sealed interface RtmpMessage
        permits SetChunkSize,
                Abort,
                Acknowledgement,
                WindowAcknowledgementSize,
                SetPeerBandwidth,
                StreamBegin,
                PingRequest,
                PingResponse,
                Command,
                DataMessage,
                AudioMessage,
                VideoMessage,
                Spoiled,
                Unknown {}
