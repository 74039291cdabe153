#!/usr/bin/env bash
# A real S3 server for the tests: Swift with its s3api, which checks signatures. Prints a line when it answers, and ends,
# with all that it kept, when its standard input closes.
#   swift.sh DIR PROXY_PORT ACCOUNT_PORT CONTAINER_PORT OBJECT_PORT
# The access key is test:tester, the secret is testing.
set -euo pipefail

dir=$1 proxy=$2
declare -A ports=([account]=$3 [container]=$4 [object]=$5)
pids=()

stop() {
    # Not only the first: each of them is on its own.
    kill "${pids[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    cd /
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 0' INT TERM HUP

mkdir -p "$dir/devices/d1"
cat >"$dir/swift.conf" <<'EOF'
[swift-hash]
swift_hash_path_prefix = tests
swift_hash_path_suffix = tests
[storage-policy:0]
name = one
default = yes
EOF

common() {
    cat <<EOF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $1
workers = 0
swift_dir = $dir
devices = $dir/devices
mount_check = false
fallocate_reserve = 0
log_address = $dir/no-syslog
user = $(if ((EUID == 0)); then echo swift; else id -un; fi)
EOF
}

# What swift-ring-builder does in nine starts of Python.
/usr/bin/python3 - "$dir" "${ports[account]}" "${ports[container]}" "${ports[object]}" <<'EOF'
import sys
from swift.common.ring import RingBuilder

directory, *ports = sys.argv[1:]
for kind, port in zip(["account", "container", "object"], ports):
    ring = RingBuilder(4, 1, 0)
    ring.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": int(port), "device": "d1", "weight": 1.0,
                  "replication_ip": "127.0.0.1", "replication_port": int(port), "meta": ""})
    ring.rebalance()
    ring.get_ring().save(f"{directory}/{kind}.ring.gz")
EOF

for kind in account container object; do
    {
        common "${ports[$kind]}"
        printf '[pipeline:main]\npipeline = %s-server\n[app:%s-server]\nuse = egg:swift#%s\n' "$kind" "$kind" "$kind"
    } >"$dir/$kind.conf"
done

{
    common "$proxy"
    cat <<'EOF'
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk tempurl s3api tempauth copy container-quotas slo dlo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
# What docs/files.md asks of a bucket; Swift has it for all of them together.
cors_allow_origin = *
[filter:s3api]
use = egg:swift#s3api
cors_preflight_allow_origin = *
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:slo]
use = egg:swift#slo
minimum_segment_size = 1
[filter:container-quotas]
use = egg:swift#container_quotas
EOF
    for filter in catch_errors gatekeeper healthcheck listing_formats bulk tempurl copy dlo versioned_writes symlink; do
        printf '[filter:%s]\nuse = egg:swift#%s\n' "$filter" "$filter"
    done
    # In the pipeline because others ask for it; nobody listens at the address.
    printf '[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:9\n'
} >"$dir/proxy.conf"

as_swift=()
if ((EUID == 0)); then
    chown -R swift:swift "$dir"
    as_swift=(setpriv --reuid=swift --regid=swift --clear-groups)
fi
for kind in account container object proxy; do
    SWIFT_DIR=$dir "${as_swift[@]}" "swift-$kind-server" "$dir/$kind.conf" </dev/null >"$dir/$kind.log" 2>&1 &
    pids+=($!)
done

for ((tries = 0; tries < 300; tries++)); do
    # Without the other three the proxy's answer is worth nothing.
    open=true
    for port in "$proxy" "${ports[@]}"; do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || open=false
    done
    if [[ $open == true ]]; then
        echo ready
        break
    fi
    sleep 0.1
done
cat >/dev/null
