import { layoutOf, type Layout } from '../../text/csv-values.ts';

/**
 * The order of the values of each log type. Releases append; what an older one does not send is missing at the end, and
 * what a newer one adds is kept without a name.
 */
const head = words('future receive_time serial type subtype future2 time_generated');

const session =
  words(`src dst natsrc natdst rule srcuser dstuser app vsys from to inbound_if outbound_if logset time_logged
  sessionid repeatcnt sport dport natsport natdport flags proto action`);

const group = words('dg_hier_level_1 dg_hier_level_2 dg_hier_level_3 dg_hier_level_4 vsys_name device_name');

const orders: readonly (readonly [string, readonly string[]])[] = [
  [
    'TRAFFIC',
    [
      ...head,
      ...session,
      ...words(
        'bytes bytes_sent bytes_received packets start elapsed category future3 seqno actionflags srcloc dstloc',
      ),
      ...words('future4 pkts_sent pkts_received session_end_reason'),
      ...group,
      ...words(
        'action_source src_uuid dst_uuid tunnelid monitortag parent_session_id parent_start_time tunnel assoc_id',
      ),
      ...words(
        'chunks chunks_sent chunks_received rule_uuid http2_connection link_change_count policy_id link_switches',
      ),
      ...words('sdwan_cluster sdwan_device_type sdwan_cluster_type sdwan_site dynusergroup_name xff_ip src_category'),
      ...words('src_profile src_model src_vendor src_osfamily src_osversion src_host src_mac dst_category dst_profile'),
      ...words('dst_model dst_vendor dst_osfamily dst_osversion dst_host dst_mac container_id pod_namespace pod_name'),
      ...words('src_edl dst_edl hostid serialnumber src_dag dst_dag session_owner high_res_timestamp'),
    ],
  ],
  [
    'THREAT',
    [
      ...head,
      ...session,
      ...words('misc threatid category severity direction seqno actionflags srcloc dstloc future3 contenttype pcap_id'),
      ...words('filedigest cloud url_idx user_agent filetype xff referer sender subject recipient reportid'),
      ...group,
      ...words('future4 src_uuid dst_uuid http_method tunnelid monitortag parent_session_id parent_start_time tunnel'),
      ...words(
        'thr_category contentver future5 assoc_id ppid http_headers url_category_list rule_uuid http2_connection',
      ),
    ],
  ],
  [
    'SYSTEM',
    [
      ...head,
      ...words('vsys eventid object future3 future4 module severity opaque seqno actionflags'),
      ...group,
      ...words('future5 future6 high_res_timestamp'),
    ],
  ],
  [
    'CONFIG',
    [
      ...head,
      ...words('host vsys cmd admin client result path before_change_detail after_change_detail seqno actionflags'),
      ...group,
      ...words('dg_id comment high_res_timestamp'),
    ],
  ],
  [
    'GLOBALPROTECT',
    [
      ...head,
      ...words(
        'vsys eventid stage auth_method tunnel_type srcuser srcregion machinename public_ip public_ipv6 private_ip',
      ),
      ...words(
        'private_ipv6 hostid serialnumber client_ver client_os client_os_ver repeatcnt reason error opaque status',
      ),
      ...words('location login_duration connect_method error_code portal seqno actionflags high_res_timestamp'),
      ...words('selection_type response_time priority attempted_gateways gateway'),
      ...group,
    ],
  ],
  [
    'USERID',
    [
      ...head,
      ...words(
        'vsys ip user datasourcename eventid repeatcnt timeout beginport endport datasource datasourcetype seqno',
      ),
      ...words('actionflags'),
      ...group,
      ...words('vsys_id factortype factorcompletiontime factorno ugflags userbysource tag_name high_res_timestamp'),
    ],
  ],
  [
    'AUTHENTICATION',
    [
      ...head,
      ...words(
        'vsys ip user normalize_user object authpolicy repeatcnt authid vendor logset serverprofile desc clienttype',
      ),
      ...words('event factorno seqno actionflags'),
      ...group,
      ...words('vsys_id authproto rule_uuid high_res_timestamp'),
    ],
  ],
  [
    'HIPMATCH',
    [
      ...head,
      ...words('srcuser vsys machinename os src matchname repeatcnt matchtype future3 future4 seqno actionflags'),
      ...group,
      ...words('vsys_id srcipv6 hostid serialnumber mac high_res_timestamp'),
    ],
  ],
  [
    'CORRELATION',
    [
      ...head,
      ...words('src srcuser vsys category severity'),
      ...group,
      ...words('vsys_id objectname object_id evidence'),
    ],
  ],
  [
    'IPTAG',
    [
      ...head,
      ...words('vsys ip tag_name event_id repeatcnt timeout datasourcename datasource_type datasource_subtype seqno'),
      ...words('actionflags'),
      ...group,
      ...words('vsys_id high_res_timestamp'),
    ],
  ],
  ...['DECRYPTION', 'START', 'END', 'TUNNEL', 'GTP'].map((type) => [type, [...head, ...session]] as const),
  [
    'SCTP',
    [
      ...head,
      ...words(
        'src dst future7 future8 rule future9 future10 future11 vsys from to inbound_if outbound_if logset future12',
      ),
      ...words('sessionid repeatcnt sport dport future13 future14 future15 future16 proto action'),
    ],
  ],
];

export const layouts: ReadonlyMap<string, Layout> = new Map(orders.map(([type, names]) => [type, layoutOf(names)]));

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
