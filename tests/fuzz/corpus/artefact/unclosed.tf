tresource "a" "b" { c = <<EOT
 d = [1, {
