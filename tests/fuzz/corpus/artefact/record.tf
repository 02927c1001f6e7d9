tprovider "aws" { region = "us-east-1" }
resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  ttl     = 60  # 1 minute
  latency_routing_policy { region = "us-east-1" }
  dynamic "x" { for_each = [1, 2] }
  x = var.a ? 5 : 6
  tags = { a = 1, b = "2"
    c = true }
  doc = <<EOT
hello 5
EOT
  setting { a = 1 }
  setting { a = 2 }
  timeout_seconds = 30 # 30 s
}
