import { layoutOf, type Layout } from '../../text/csv-values.ts';

/**
 * The order of the values of each log type, as the documentation of PAN-OS 11.1 has it. Releases append: what an older
 * one does not send is missing at the end, and what a newer one adds is kept without a name.
 */
const head = words('future receive_time serial type subtype future2 time_generated');

const session =
  words(`src dst natsrc natdst rule srcuser dstuser app vsys from to inbound_if outbound_if logset time_logged
  sessionid repeatcnt sport dport natsport natdport flags proto action`);

/** The same places, of which the logs of mobile networks leave some open. */
const openSession =
  words(`src dst future7 future8 rule future9 future10 future11 vsys from to inbound_if outbound_if logset future12
  sessionid repeatcnt sport dport future13 future14 future15 future16 proto action`);

const group = words('dg_hier_level_1 dg_hier_level_2 dg_hier_level_3 dg_hier_level_4 vsys_name device_name');

const source = words('src_category src_profile src_model src_vendor src_osfamily src_osversion src_host src_mac');
const target = words('dst_category dst_profile dst_model dst_vendor dst_osfamily dst_osversion dst_host dst_mac');
const applicationKind = words(
  'subcategory_of_app category_of_app technology_of_app risk_of_app characteristic_of_app container_of_app',
);
const applicationState = words('is_saas_of_app sanctioned_state_of_app');

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
      ...words('sdwan_cluster sdwan_device_type sdwan_cluster_type sdwan_site dynusergroup_name xff_ip'),
      ...source,
      ...target,
      ...words('container_id pod_namespace pod_name src_edl dst_edl hostid serialnumber src_dag dst_dag session_owner'),
      ...words('high_res_timestamp nsdsai_sst nsdsai_sd'),
      ...applicationKind,
      'tunneled_app',
      ...applicationState,
      ...words('offloaded flow_type cluster_name'),
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
      ...words('dynusergroup_name xff_ip'),
      ...source,
      ...target,
      ...words('container_id pod_namespace pod_name src_edl dst_edl hostid serialnumber domain_edl src_dag dst_dag'),
      ...words('partial_hash high_res_timestamp reason justification nsdsai_sst'),
      ...applicationKind,
      'tunneled_app',
      ...applicationState,
      'cloud_reportid',
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
      ...words('dg_id comment future3 high_res_timestamp'),
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
      ...words('vsys_id cluster_name'),
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
      ...words('origindatasource future3 cluster_name'),
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
      ...source,
      ...words('region future3 user_agent session_id cluster_name'),
    ],
  ],
  [
    'HIPMATCH',
    [
      ...head,
      ...words('srcuser vsys machinename os src matchname repeatcnt matchtype future3 future4 seqno actionflags'),
      ...group,
      ...words('vsys_id srcipv6 hostid serialnumber mac high_res_timestamp cluster_name'),
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
      ...words('vsys_id high_res_timestamp cluster_name'),
    ],
  ],
  [
    'DECRYPTION',
    [
      ...head,
      ...session,
      ...words('tunnel future3 future4 src_uuid dst_uuid rule_uuid hs_stage_c2f hs_stage_f2s tls_version tls_keyxchg'),
      ...words('tls_enc tls_auth policy_name ec_curve err_index root_status chain_status proxy_type cert_serial'),
      ...words('fingerprint notbefore notafter cert_ver cert_size cn_len issuer_len rootcn_len sni_len cert_flags cn'),
      ...words('issuer_cn root_cn sni error container_id pod_namespace pod_name src_edl dst_edl src_dag dst_dag'),
      'high_res_timestamp',
      ...source,
      ...target,
      ...words('seqno actionflags'),
      ...group,
      'vsys_id',
      ...applicationKind,
      ...applicationState,
      'cluster_name',
    ],
  ],
  ...['START', 'END', 'TUNNEL'].map((type) => [type, [...head, ...session, ...tunnelled()]] as const),
  [
    'GTP',
    [
      ...head,
      ...openSession
        .filter((name) => name !== 'future16')
        .with(7, 'app')
        .with(16, 'future17'),
      ...words('event_type msisdn apn rat msg_type end_ip_adr teid1 teid2 gtp_interface cause_code severity mcc mnc'),
      ...words('area_code cell_id event_code'),
    ],
  ],
  [
    'SCTP',
    [
      ...head,
      ...openSession,
      ...group,
      ...words('seqno future17 assoc_id ppid severity sctp_chunk_type future18 verif_tag_1 verif_tag_2'),
      ...words('sctp_cause_code diam_app_id diam_cmd_code diam_avp_code stream_id assoc_end_reason op_code'),
      ...words('sccp_calling_ssn sccp_calling_gt sctp_filter chunks chunks_sent chunks_received packets pkts_sent'),
      ...words('pkts_received rule_uuid high_res_timestamp'),
    ],
  ],
];

function tunnelled(): readonly string[] {
  return [
    ...words('severity seqno actionflags srcloc dstloc'),
    ...group,
    ...words('tunnelid monitortag parent_session_id parent_start_time tunnel bytes bytes_sent bytes_received packets'),
    ...words('pkts_sent pkts_received max_encap unknown_proto strict_check tunnel_fragment sessions_created'),
    ...words('sessions_closed session_end_reason action_source start elapsed tunnel_insp_rule remote_user_ip'),
    ...words('remote_user_id rule_uuid pcap_id dynusergroup_name src_edl dst_edl high_res_timestamp nsdsai_sd'),
    ...words('nsdsai_sst pdu_session_id'),
    ...applicationKind,
    ...applicationState,
    'cluster_name',
  ];
}

export const layouts: ReadonlyMap<string, Layout> = new Map(orders.map(([type, names]) => [type, layoutOf(names)]));

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
